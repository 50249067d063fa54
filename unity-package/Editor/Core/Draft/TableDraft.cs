using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>A drafted table with what was decided: the same as `koekata mapping init` writes for the same names.</summary>
    public sealed class TableDraft
    {
        TableDraft(ModelNames model, Choice choice, string text)
        {
            Model = model;
            Choice = choice;
            Text = text;
            Table = new TableLoader().LoadText(text, "the draft");
            Coverage = new Coverage(Table);
        }

        /// <summary>What it was drafted for.</summary>
        public ModelNames Model { get; private set; }

        /// <summary>What is driven and what is not, with scores and reasons.</summary>
        public Choice Choice { get; private set; }

        /// <summary>The table as it is written.</summary>
        public string Text { get; private set; }

        /// <summary>The same, loaded.</summary>
        public MappingTable Table { get; private set; }

        /// <summary>Which channels it uses.</summary>
        public Coverage Coverage { get; private set; }

        /// <summary>Drafts a table. Guesses below <paramref name="accept"/>, 0 to 1, are not in it.</summary>
        /// <exception cref="System.IO.FileNotFoundException">A table of names is missing in the data.</exception>
        public static TableDraft Make(ModelNames model, IDraftData data, double accept = Guess.Bar)
        {
            Choice choice = new Chooser(new Knowledge(data), model, accept).Choose();
            return new TableDraft(model, choice, new Composer(model, choice).Compose());
        }
    }
}
