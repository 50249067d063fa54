using System.Collections.Generic;
using System.Linq;

namespace Koekata.Editing
{
    /// <summary>Presets by name, each loaded once, and the order in which they are asked.</summary>
    internal sealed class PresetShelf
    {
        /// <summary>So many letters of a name's end are enough to know it by.</summary>
        const int Long = 8;

        /// <summary>Meanings that need no row.</summary>
        internal readonly HashSet<string> Rest = new HashSet<string>();

        readonly List<string> fallback = new List<string>();
        readonly Knowledge knowledge;
        readonly Dictionary<string, Parts> loaded = new Dictionary<string, Parts>();

        internal PresetShelf(Knowledge knowledge)
        {
            this.knowledge = knowledge;
            Convention.Texts(knowledge.Layers["fallback"], fallback);
            Convention.Texts(knowledge.Layers["rest"], Rest);
        }

        /// <summary>The tables for a convention, its own first; presets that are not there are passed over.</summary>
        internal List<Parts> Order(string convention)
        {
            return PresetsOf(convention).Concat(fallback).Distinct().Select(Load).Where(parts => parts != null).ToList();
        }

        /// <summary>The table and target for a shape: by its very name in the tables of its own kind, else by its meaning.</summary>
        internal Place Find(Guess guess, string convention)
        {
            Place named = Named(guess);
            if (named != null)
                return named.Parts.RowsOf(named.Target).Count > 0 ? named : null;
            if (guess.Meaning.Length == 0)
                return null;
            string asked = guess.Convention.Length > 0 ? guess.Convention : convention;
            Parts known = Order(asked).Find(parts => parts.ByMeaning.ContainsKey(guess.Meaning));
            return known == null ? null : new Place(known, known.ByMeaning[guess.Meaning]);
        }

        /// <summary>The table of its own kind that has a shape by its name, be it behind a prefix.</summary>
        internal Place Named(Guess guess)
        {
            string own = PresetsOf(guess.Convention).FirstOrDefault();
            Parts parts = own == null ? null : Load(own);
            if (parts == null)
                return null;
            string key = Spelling.Fold(guess.Name);
            if (!parts.ByName.ContainsKey(key))
                key = parts.Names.Find(name => CodePoints.Count(name) >= Long && key.EndsWith(name, System.StringComparison.Ordinal));
            return string.IsNullOrEmpty(key) ? null : new Place(parts, parts.ByName[key]);
        }

        IEnumerable<string> PresetsOf(string convention)
        {
            Convention found = knowledge.Find(convention);
            return found == null ? new List<string>() : found.Presets;
        }

        Parts Load(string name)
        {
            Parts found;
            if (!loaded.TryGetValue(name, out found))
                loaded[name] = found = Parts.Load(name, knowledge);
            return found;
        }
    }
}
