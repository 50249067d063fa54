namespace Koekata.Editing
{
    /// <summary>What a name is taken for.</summary>
    public sealed class Guess
    {
        /// <summary>A score below this is never applied unless the user says so.</summary>
        public const double Bar = 0.7;

        internal Guess(string name, string meaning, double score, string why, string convention = "")
        {
            Name = name;
            Meaning = meaning;
            Score = score;
            Why = why;
            Convention = convention;
        }

        /// <summary>As the model spells it.</summary>
        public string Name { get; private set; }

        /// <summary>A channel, such as jawOpen, or a meaning of the recipes; empty where nothing fits.</summary>
        public string Meaning { get; private set; }

        /// <summary>How much the name can be trusted, 0 to 1. It orders, and is no probability.</summary>
        public double Score { get; private set; }

        /// <summary>What it was known by.</summary>
        public string Why { get; private set; }

        /// <summary>Id of the convention that fixes the spelling; empty for words.</summary>
        internal string Convention { get; private set; }

        internal Guess With(string name, double score, string why)
        {
            return new Guess(name, Meaning, score, why, Convention);
        }
    }
}
