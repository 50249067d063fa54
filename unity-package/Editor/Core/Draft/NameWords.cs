using System.Collections.Generic;

namespace Koekata.Editing
{
    /// <summary>Words and what they mean together.</summary>
    internal sealed class NameWords
    {
        internal readonly Dictionary<string, string> Ideas = new Dictionary<string, string>();
        internal readonly Dictionary<string, string> Sides = new Dictionary<string, string>();
        internal readonly HashSet<string> Ignored, Barred, Begins, Ends;
        internal readonly HashSet<string> Japanese = new HashSet<string>();

        /// <summary>By the ideas, sorted and joined.</summary>
        internal readonly Dictionary<string, string> Patterns = new Dictionary<string, string>();

        internal readonly Dictionary<string, List<string>> Panels = new Dictionary<string, List<string>>();
        internal readonly Dictionary<string, double> Scores = new Dictionary<string, double>();

        /// <summary>The words of <see cref="Ideas"/> in the order of the file.</summary>
        internal readonly List<string> InOrder = new List<string>();

        internal NameWords(JsonValue entry)
        {
            AddWords(entry["ideas"], Ideas);
            AddWords(entry["sides"], Sides);
            Ignored = Folded(entry["ignored"]);
            Barred = Folded(entry["barred"]);
            Begins = Folded(entry["begins"]);
            Ends = Folded(entry["ends"]);
            foreach (IEnumerable<string> words in new IEnumerable<string>[] { Ideas.Keys, Sides.Keys, Ignored, Barred })
                foreach (string word in words)
                    if (!Spelling.IsAscii(word))
                        Japanese.Add(word);
            foreach (string meaning in entry["patterns"].Names)
                foreach (JsonValue ideas in entry["patterns"][meaning].Items)
                    Patterns[Key(Texts(ideas))] = meaning;
            foreach (string panel in entry["panels"].Names)
                Panels[panel] = Texts(entry["panels"][panel]);
            foreach (string score in entry["scores"].Names)
                Scores[score] = entry["scores"][score].AsNumber;
        }

        /// <summary>Some ideas, each once and in any order, as one text.</summary>
        internal static string Key(IEnumerable<string> ideas)
        {
            var sorted = new List<string>(new HashSet<string>(ideas));
            sorted.Sort(string.CompareOrdinal);
            return string.Join("\n", sorted.ToArray());
        }

        void AddWords(JsonValue ideas, Dictionary<string, string> into)
        {
            foreach (string idea in ideas.Names)
                foreach (JsonValue word in ideas[idea].Items)
                {
                    string key = Spelling.Fold(word.AsText);
                    if (into == Ideas && !into.ContainsKey(key))
                        InOrder.Add(key);
                    into[key] = idea;
                }
        }

        static HashSet<string> Folded(JsonValue words)
        {
            return new HashSet<string>(Texts(words).ConvertAll(Spelling.Fold));
        }

        static List<string> Texts(JsonValue list)
        {
            var found = new List<string>();
            Convention.Texts(list, found);
            return found;
        }
    }
}
