using System;
using System.Collections.Generic;
using System.Linq;

namespace Koekata.Editing
{
    /// <summary>Leaves out what finer shapes do already: both sides in one, and what the rules of `layers.json` name.</summary>
    internal sealed class LayerRules
    {
        readonly Choice choice;
        readonly JsonValue rules;

        internal LayerRules(Choice choice, JsonValue rules)
        {
            this.choice = choice;
            this.rules = rules;
        }

        internal void Run()
        {
            foreach (Driven entry in choice.Driven.ToList())
            {
                var both = new List<string> { entry.Guess.Meaning + "Left", entry.Guess.Meaning + "Right" };
                if (Others(entry, both) == 2)
                    choice.Leave(entry, "its left and right halves are there");
            }
            foreach (JsonValue rule in rules.Items)
                Apply(rule, Texts(rule["drop"]), Texts(rule["have"]), Texts(rule["must"]));
        }

        void Apply(JsonValue rule, List<string> drop, List<string> have, List<string> must)
        {
            foreach (Driven entry in choice.Driven.FindAll(entry => Matches(entry.Guess.Meaning, drop)))
            {
                var present = new HashSet<string>(choice.Driven.ConvertAll(other => other.Guess.Meaning));
                if (present.IsSupersetOf(must) && Others(entry, have) >= rule["at_least"].AsNumber)
                    choice.Leave(entry, rule["why"].AsText);
            }
        }

        /// <summary>How many of the meanings other shapes have, driven by tables that do not know of this one.</summary>
        int Others(Driven entry, List<string> wanted)
        {
            return choice.Driven.FindAll(other => !Knows(entry, other)).ConvertAll(other => other.Guess.Meaning).Distinct()
                .Count(meaning => Matches(meaning, wanted));
        }

        /// <summary>Whether one table was written for both: the recipes are for single shapes.</summary>
        static bool Knows(Driven entry, Driven other)
        {
            return entry.Source.Id == other.Source.Id && other.Source.Id != Parts.Recipes;
        }

        // "*" stands for any ending.
        static bool Matches(string meaning, List<string> patterns)
        {
            return patterns.Exists(pattern => pattern.EndsWith("*", StringComparison.Ordinal)
                ? meaning.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.Ordinal)
                : meaning == pattern);
        }

        static List<string> Texts(JsonValue list)
        {
            var found = new List<string>();
            Convention.Texts(list, found);
            return found;
        }
    }
}
