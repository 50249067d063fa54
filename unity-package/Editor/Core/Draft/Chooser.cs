using System.Collections.Generic;
using System.Linq;

namespace Koekata.Editing
{
    /// <summary>Which shapes of a model are driven, by which target of which preset, and why the others are left out.</summary>
    internal sealed class Chooser
    {
        /// <summary>Letters of a name that a table may address.</summary>
        const int Longest = 256;

        const int Shown = 40;
        const int Few = 3;

        readonly Knowledge knowledge;
        readonly ModelNames model;
        readonly double accept;
        readonly PresetShelf shelf;
        readonly Choice choice = new Choice();
        readonly string vrm;

        internal Chooser(Knowledge knowledge, ModelNames model, double accept)
        {
            this.knowledge = knowledge;
            this.model = model;
            this.accept = accept;
            shelf = new PresetShelf(knowledge);
            vrm = model.Form == "VRM 0.x" ? "vrm0" : model.Form == "VRM 1.0" ? "vrm1" : "";
        }

        /// <summary>Decides for every shape; guesses with a score below the bar are not driven.</summary>
        internal Choice Choose()
        {
            List<ModelShape> known = model.Morphs.FindAll(morph => CodePoints.Count(morph.Name) <= Longest);
            IEnumerable<string> names = known.SelectMany(morph => new[] { morph.Name, CodePoints.Cut(morph.Alias, Longest) });
            var morphs = new Recogniser(names.Where(name => name.Length > 0).ToList(), knowledge);
            List<string> ranked = Ranked(morphs);
            choice.Conventions = ranked.ConvertAll(id => knowledge.Find(id).Title);
            string main = ranked.FirstOrDefault() ?? "";
            choice.Leading = shelf.Order(main);
            List<KeyValuePair<ModelShape, Guess>> shapes = Expressions().ToList();
            shapes.AddRange(known.ConvertAll(morph => new KeyValuePair<ModelShape, Guess>(morph, morphs.OfMorph(morph))));
            foreach (ModelShape morph in model.Morphs.Except(known))
                choice.Unmapped.Add(new Guess(CodePoints.Cut(morph.Name, Shown) + "...", "", 0.0, "too long for a table"));
            foreach (KeyValuePair<ModelShape, Guess> shape in shapes)
                PlaceShape(shape.Key, shape.Value, main);
            new Exclusion(choice, knowledge).Run();
            return choice;
        }

        /// <summary>Ids of the conventions in use: the commonest among the blendshapes, then that of VRM.</summary>
        List<string> Ranked(Recogniser morphs)
        {
            List<KeyValuePair<string, int>> found = morphs.MostCommon().Where(one => one.Value >= Few).ToList();
            List<string> order = found.ConvertAll(one => one.Key);
            if (vrm.Length > 0 && model.Expressions.Count > 0)
            {
                int most = found.Count > 0 ? found[0].Value : 0;
                int clips = model.Expressions.Count(expression => !expression.Empty);
                order.Insert(most > clips ? order.Count : 0, vrm);
            }
            return order.Distinct().ToList();
        }

        IEnumerable<KeyValuePair<ModelShape, Guess>> Expressions()
        {
            var names = new Recogniser(model.Expressions.ConvertAll(expression => expression.Name), knowledge);
            foreach (ModelShape expression in model.Expressions)
                if (expression.Empty)
                    Leave(expression.Name, "the expression moves nothing on this model");
                else if (CodePoints.Count(expression.Name) > Longest)
                    Leave(CodePoints.Cut(expression.Name, Shown) + "...", "too long for a table");
                else
                    yield return new KeyValuePair<ModelShape, Guess>(expression, expression.Preset && vrm.Length > 0
                        ? names.OfPreset(expression.Name, vrm)
                        : names.OfName(expression.Name));
        }

        void PlaceShape(ModelShape shape, Guess guess, string convention)
        {
            bool doubtful = guess.Meaning.Length > 0 && guess.Score < accept;
            Place found = doubtful ? null : shelf.Find(guess, convention);
            if (doubtful)
                choice.Doubtful.Add(guess);
            else if (shelf.Rest.Contains(guess.Meaning))
                Leave(guess.Name, "the face at rest: nothing has to drive it");
            else if (found != null)
                choice.Driven.Add(new Driven(shape, Explained(guess, found), found));
            else if (shelf.Named(guess) != null)
                Leave(guess.Name, "for a hotkey, as its preset has it");
            else if (guess.Meaning.Length > 0)
                Leave(guess.Name, "known as " + guess.Meaning + ", but no channel of the face tells it");
            else
                choice.Unmapped.Add(guess);
        }

        static Guess Explained(Guess guess, Place found)
        {
            string why = "the preset '" + found.Parts.Id + "' has it as '" + found.Target + "'";
            return guess.Meaning.Length > 0 ? guess : guess.With(guess.Name, 1.0, why);
        }

        void Leave(string name, string why)
        {
            choice.LeftOut.Add(new KeyValuePair<string, string>(name, why));
        }
    }
}
