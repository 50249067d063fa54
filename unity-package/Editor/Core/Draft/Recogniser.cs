using System.Collections.Generic;
using System.Linq;

namespace Koekata.Editing
{
    /// <summary>
    /// Recognises the names of one model, as `koekata mapping init` does. Spellings that a convention fixes come first, those of
    /// the convention that the model has most names of before others; then the words of the name. All names are needed, since
    /// some only mean something beside others.
    /// </summary>
    internal sealed class Recogniser
    {
        const int Longest = 256;

        readonly Knowledge knowledge;
        readonly WordGuesser words;
        readonly List<Convention> ranked;

        /// <summary>How many of the names each convention has, by its id.</summary>
        internal readonly Dictionary<string, int> Counts = new Dictionary<string, int>();

        internal Recogniser(IEnumerable<string> names, Knowledge knowledge)
        {
            this.knowledge = knowledge;
            words = new WordGuesser(knowledge.Words);
            var keys = new HashSet<string>(names.Select(Spelling.Fold));
            foreach (Convention found in knowledge.Conventions)
                Counts[found.Id] = keys.Count(key => found.Spellings.ContainsKey(key) || found.Among.ContainsKey(key));
            ranked = knowledge.Conventions.OrderByDescending(found => Counts[found.Id]).ToList();
        }

        /// <summary>Ids of the conventions with the number of names, the commonest first.</summary>
        internal IEnumerable<KeyValuePair<string, int>> MostCommon()
        {
            return ranked.Select(found => new KeyValuePair<string, int>(found.Id, Counts[found.Id]));
        }

        /// <summary>The better of a blendshape's two names, checked against the panel that the file puts it in.</summary>
        internal Guess OfMorph(ModelShape morph)
        {
            Guess found = OfName(morph.Name);
            if (morph.Alias.Length > 0 && found.Score < Guess.Bar)
            {
                Guess second = OfName(CodePoints.Cut(morph.Alias, Longest));
                if (second.Score > found.Score)
                    found = second.With(morph.Name, second.Score, "by its other name '" + morph.Alias + "': " + second.Why);
            }
            return InPanel(found, morph.Panel);
        }

        /// <summary>What a name is taken for; a score of 0 where nothing fits.</summary>
        internal Guess OfName(string name)
        {
            return Fixed(name) ?? words.Of(name);
        }

        /// <summary>A name that the file itself says is one of a convention's, such as a preset of VRM.</summary>
        internal Guess OfPreset(string name, string convention)
        {
            Convention known = knowledge.Find(convention);
            string key = Spelling.Fold(name);
            Meant found;
            if (known.Among.TryGetValue(key, out found) || known.Spellings.TryGetValue(key, out found))
                return Spelled(name, known, found, knowledge.Words.Scores["exact"]);
            return OfName(name);
        }

        Guess Fixed(string name)
        {
            string key = Spelling.Fold(name);
            Meant found;
            foreach (Convention convention in ranked)
                if (Knows(convention, key, name, out found))
                {
                    string width = Spelling.Width(found.Written);
                    string lowered = name.Length == 0 ? name : name.Substring(0, 1).ToLowerInvariant() + name.Substring(1);
                    bool same = width == Spelling.Width(name) || width == Spelling.Width(lowered);
                    return Spelled(name, convention, found, knowledge.Words.Scores[same ? "exact" : "folded"]);
                }
            List<string> parts = Spelling.Words(name, knowledge.Words.Japanese);
            foreach (Convention convention in ranked)
            {
                if (Wrapped(convention, parts, out found))
                    return Spelled(name, convention, found, knowledge.Words.Scores["wrapped"]);
                if (convention.Starts.Exists(start => name.StartsWith(start, System.StringComparison.Ordinal)))
                    return new Guess(name, "", 0.0, convention.Title + ": no face channel moves this", convention.Id);
            }
            return null;
        }

        bool Knows(Convention convention, string key, string name, out Meant found)
        {
            bool bare = CodePoints.Count(Spelling.Width(name)) == CodePoints.Count(key);
            if (bare && Counts[convention.Id] > convention.AmongCount && convention.Among.TryGetValue(key, out found))
                return true;
            return convention.Spellings.TryGetValue(key, out found);
        }

        /// <summary>A fixed spelling of at least two words between words that say nothing; the longest one.</summary>
        bool Wrapped(Convention convention, List<string> parts, out Meant found)
        {
            found = default(Meant);
            for (int start = 0; start < parts.Count - 1; start++)
            {
                if (start > 0 && !MayBegin(parts[start - 1]))
                    return false;
                for (int end = parts.Count; end > start + 1; end--)
                {
                    string key = string.Concat(parts.GetRange(start, end - start).ToArray());
                    if (convention.Spellings.TryGetValue(key, out found) && parts.Skip(end).All(MayEnd))
                        return true;
                }
            }
            return false;
        }

        bool MayBegin(string word)
        {
            return knowledge.Words.Begins.Contains(word) || Spelling.IsNumber(word) ||
                (word.Length <= 2 && Spelling.IsAscii(word));
        }

        bool MayEnd(string word)
        {
            return knowledge.Words.Ends.Contains(word) || (Spelling.IsNumber(word) && Spelling.NumberOf(word) <= 2);
        }

        Guess InPanel(Guess found, string panel)
        {
            Dictionary<string, List<string>> panels = knowledge.Words.Panels;
            if (!panels.ContainsKey(panel) || panels[panel].Count == 0 || found.Meaning.Length == 0)
                return found;
            bool elsewhere = panels.Any(other => other.Key != panel &&
                other.Value.Exists(start => found.Meaning.StartsWith(start, System.StringComparison.Ordinal)));
            if (!elsewhere)
                return found;
            double score = System.Math.Min(found.Score, knowledge.Words.Scores["panel"]);
            return found.With(found.Name, score, found.Why + "; but the model keeps it among its shapes of the " + panel);
        }

        static Guess Spelled(string name, Convention convention, Meant found, double score)
        {
            if (found.Meaning.Length == 0)
                return new Guess(name, "", 0.0, convention.Title + " '" + found.Written + "': no face channel moves this", convention.Id);
            return new Guess(name, found.Meaning, score, convention.Title + ": '" + found.Written + "'", convention.Id);
        }
    }
}
