using System.Collections.Generic;
using System.Linq;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>Understands a name by its words: their ideas must be exactly those of one pattern; a barred word ends it.</summary>
    internal sealed class WordGuesser
    {
        const double Alike = 0.85;
        const int LongEnough = 5;

        readonly NameWords words;

        internal WordGuesser(NameWords words)
        {
            this.words = words;
        }

        internal Guess Of(string name)
        {
            List<string> parts = Spelling.Words(name, words.Japanese);
            string barred = parts.Find(words.Barred.Contains);
            if (barred != null)
                return new Guess(name, "", 0.0, "'" + barred + "' says that it is something else");
            List<string> plain = parts.FindAll(word => !words.Ignored.Contains(word) && !Spelling.IsNumber(word));
            List<string> sides = plain.FindAll(words.Sides.ContainsKey).ConvertAll(word => words.Sides[word]);
            List<string> unknown = plain.FindAll(word => !words.Ideas.ContainsKey(word) && !words.Sides.ContainsKey(word));
            List<string> ideas = plain.FindAll(words.Ideas.ContainsKey).ConvertAll(word => words.Ideas[word]);
            if (unknown.Count > 1 || sides.Count > 1)
                return Nothing(name);
            return Misspelt(name, unknown, ideas, sides) ?? Scored(name, Pattern(ideas, sides), unknown, ideas, parts);
        }

        Guess Misspelt(string name, List<string> unknown, List<string> ideas, List<string> sides)
        {
            string meant = unknown.Count > 0 ? Near(unknown[0]) : null;
            string found = meant == null ? "" : Pattern(ideas.Concat(new[] { words.Ideas[meant] }), sides);
            return found.Length == 0
                ? null
                : new Guess(name, found, words.Scores["misspelt"], "if '" + unknown[0] + "' means '" + meant + "'");
        }

        Guess Scored(string name, string found, List<string> unknown, List<string> ideas, List<string> parts)
        {
            if (found.Length == 0)
                return Nothing(name);
            string text = string.Join(" + ", ideas.Distinct().ToArray()), last = parts[parts.Count - 1];
            if (unknown.Count > 0)
                return new Guess(name, found, words.Scores["leftover"], text + ", but '" + unknown[0] + "' is not understood");
            if (Spelling.IsNumber(last) && Spelling.NumberOf(last) > 1)
                return new Guess(name, found, words.Scores["variant"], text + ", a variant by its number " + last);
            return new Guess(name, found, words.Scores[ideas.Count > 1 ? "words" : "short"], "its words: " + text);
        }

        // "!" needs a side, "@" may have one, others have none.
        string Pattern(IEnumerable<string> ideas, List<string> sides)
        {
            string meaning;
            if (!words.Patterns.TryGetValue(NameWords.Key(ideas), out meaning))
                return "";
            string whole = meaning.TrimEnd('!', '@');
            if (meaning.EndsWith("!", System.StringComparison.Ordinal))
                return sides.Count > 0 ? whole + sides[0] : "";
            if (meaning.EndsWith("@", System.StringComparison.Ordinal))
                return whole + (sides.Count > 0 ? sides[0] : "");
            return sides.Count > 0 ? "" : meaning;
        }

        /// <summary>The known word that is most like another; of equals the last in the order of code points, as difflib has it.</summary>
        string Near(string word)
        {
            if (word.Length < LongEnough || !Spelling.IsAscii(word))
                return null;
            string best = null;
            double most = 0.0;
            foreach (string known in words.InOrder.Where(known => known.Length >= LongEnough))
            {
                double likeness = Likeness(known, word);
                bool better = likeness > most || (likeness == most && string.CompareOrdinal(known, best) > 0);
                if (likeness < Alike || !better)
                    continue;
                most = likeness;
                best = known;
            }
            return best;
        }

        static double Likeness(string a, string b)
        {
            return 2.0 * Suggestions.Matches(a, 0, a.Length, b, 0, b.Length) / (a.Length + b.Length);
        }

        static Guess Nothing(string name)
        {
            return new Guess(name, "", 0.0, "not understood");
        }
    }
}
