using System;
using System.Collections.Generic;
using System.Linq;

namespace Koekata.Editing
{
    /// <summary>Of several ways to do one thing, one is driven.</summary>
    internal sealed class Exclusion
    {
        const string Below = "a VRM expression that is driven moves it already";

        readonly Choice choice;
        readonly NameWords words;
        readonly HashSet<string> parts = new HashSet<string>();
        readonly LayerRules layers;

        internal Exclusion(Choice choice, Knowledge knowledge)
        {
            this.choice = choice;
            words = knowledge.Words;
            Convention.Texts(knowledge.Layers["parts"], parts);
            layers = new LayerRules(choice, knowledge.Layers["rules"]);
        }

        internal void Run()
        {
            KeepFiner();
            KeepBest(TargetOf);
            KeepBest(MeaningOf);
            layers.Run();
        }

        /// <summary>Of expressions and the blendshapes below them, keep what is finer; never both for the same work.</summary>
        void KeepFiner()
        {
            List<Driven> expressions = choice.Driven.FindAll(entry => entry.Shape.IsExpression);
            List<Driven> morphs = choice.Driven.FindAll(entry => !entry.Shape.IsExpression);
            if (morphs.Count > expressions.Count)
            {
                var looks = new HashSet<string>(morphs.ConvertAll(entry => entry.Guess.Meaning));
                foreach (Driven entry in expressions)
                    if (!entry.Guess.Meaning.StartsWith("eyeLook", StringComparison.Ordinal) || looks.Contains(entry.Guess.Meaning))
                        choice.Leave(entry, "the morphs below the expressions are driven one by one, which is finer");
                return;
            }
            var covered = new HashSet<string>(expressions.SelectMany(entry => entry.Shape.Moves));
            var meanings = new HashSet<string>(expressions.ConvertAll(entry => entry.Guess.Meaning));
            foreach (Driven entry in morphs)
                if (covered.Contains(entry.Name) || meanings.Contains(entry.Guess.Meaning))
                    choice.Leave(entry, Below);
            foreach (Guess guess in choice.Unmapped.FindAll(guess => covered.Contains(guess.Name)))
                choice.LeftOut.Add(new KeyValuePair<string, string>(guess.Name, Below));
            choice.Unmapped = choice.Unmapped.FindAll(guess => !covered.Contains(guess.Name));
        }

        /// <summary>Of several shapes for one work, keep the best one, with its other halves and its copies on other meshes.</summary>
        void KeepBest(Func<Driven, string> work)
        {
            foreach (string key in choice.Driven.Select(work).Distinct().ToList())
            {
                List<Driven> same = choice.Driven.FindAll(entry => work(entry) == key);
                if (same.Count > 0)
                    KeepBestOf(same);
            }
        }

        void KeepBestOf(List<Driven> same)
        {
            Driven best = same.OrderByDescending(IsOfThatName).ThenByDescending(entry => entry.Guess.Score).First();
            List<Driven> kept = WithHalves(best, same);
            foreach (Driven entry in same)
                if (!kept.Contains(entry) && !Beside(entry, kept[0]))
                    choice.Leave(entry, "'" + kept[0].Name + "' does the same, and both at once would be too much");
        }

        static bool IsOfThatName(Driven entry)
        {
            return Spelling.Fold(entry.Name) == Spelling.Fold(entry.Target);
        }

        static string TargetOf(Driven entry)
        {
            return entry.Source.Id + ": " + entry.Target;
        }

        static string MeaningOf(Driven entry)
        {
            return entry.Guess.Meaning.Length > 0 ? entry.Guess.Meaning : TargetOf(entry);
        }

        /// <summary>Whether two shapes of one meaning work together: one preset drives both, or they are on different meshes.</summary>
        static bool Beside(Driven entry, Driven best)
        {
            return (entry.Source == best.Source && entry.Target != best.Target) || Apart(entry.Shape, best.Shape);
        }

        static bool Apart(ModelShape first, ModelShape second)
        {
            return first.Meshes.Count > 0 && second.Meshes.Count > 0 && !first.Meshes.Intersect(second.Meshes).Any();
        }

        /// <summary>The best shape, with those whose names differ from it in side or part; its halves alone if it is their whole.</summary>
        List<Driven> WithHalves(Driven best, List<Driven> same)
        {
            string own = PartsOf(best.Name), stem = Stem(best.Name);
            var keys = new List<string> { own };
            var halves = new List<Driven> { best };
            foreach (Driven entry in same)
            {
                string its = PartsOf(entry.Name);
                if (its.Length == 0 || keys.Contains(its) || Stem(entry.Name) != stem)
                    continue;
                keys.Add(its);
                halves.Add(entry);
            }
            if (own.Length > 0)
                return halves;
            halves.RemoveAt(0);
            return halves.Count > 1 ? halves : new List<Driven> { best };
        }

        string Stem(string name)
        {
            List<string> found = Spelling.Words(name, words.Japanese);
            return string.Join("\n", found.FindAll(word => !IsPart(word)).ToArray());
        }

        string PartsOf(string name)
        {
            List<string> found = Spelling.Words(name, words.Japanese).FindAll(IsPart);
            return NameWords.Key(found.ConvertAll(word => words.Sides.ContainsKey(word) ? words.Sides[word] : word));
        }

        bool IsPart(string word)
        {
            return words.Sides.ContainsKey(word) || parts.Contains(word);
        }
    }
}
