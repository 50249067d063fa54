using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Koekata.Editing
{
    /// <summary>What a draft decided, in lines for people.</summary>
    public static class DraftText
    {
        const int Many = 4;

        /// <summary>The lines, a section each for what is mapped, doubtful, left out, not understood, and dead.</summary>
        public static IList<string> Lines(TableDraft draft)
        {
            var lines = new List<string>();
            Choice choice = draft.Choice;
            Add(lines, "Mapped", choice.Driven.Select(entry => Mapped(draft, entry)));
            Add(lines, "Doubtful, and so not in the table", choice.Doubtful.Select(guess =>
                Score(guess) + "  " + guess.Name + "  perhaps " + guess.Meaning + "   (" + guess.Why + ")"));
            Add(lines, "Recognised, and left out on purpose", choice.LeftOut.Select(left => left.Key + ": " + left.Value));
            Add(lines, "Not face movements, or not understood", choice.Unmapped.Select(guess => guess.Name + ": " + guess.Why));
            Add(lines, "Channels of the performer that move nothing on this model", draft.Coverage.Dead);
            return lines;
        }

        static string Mapped(TableDraft draft, Driven entry)
        {
            var target = draft.Table.Targets.First(one => one.Address.Name == entry.Shape.Name &&
                one.Kind == (entry.Shape.IsExpression ? Mapping.TargetKind.Expression : Mapping.TargetKind.Morph));
            IList<string> by;
            if (!draft.Coverage.Inputs.TryGetValue(target.Id, out by))
                by = new List<string>();
            string shown = string.Join(", ", by.Take(by.Count > Many ? Many - 1 : Many).ToArray());
            string more = by.Count > Many ? " and " + (by.Count - Many + 1) + " more" : "";
            return Score(entry.Guess) + "  " + entry.Shape.Name + "  " + entry.Meaning + "  <- " + shown + more + "   (" + entry.Guess.Why + ")";
        }

        static string Score(Guess guess)
        {
            return guess.Score.ToString("0.00", CultureInfo.InvariantCulture);
        }

        static void Add(List<string> lines, string title, IEnumerable<string> entries)
        {
            List<string> found = entries.ToList();
            if (found.Count == 0)
                return;
            lines.Add(title + " (" + found.Count + ")");
            lines.AddRange(found.ConvertAll(line => "  " + line));
        }
    }
}
