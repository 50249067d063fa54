using System.Collections.Generic;

namespace Koekata.Editing
{
    /// <summary>What is driven, and what is not, with reasons.</summary>
    public sealed class Choice
    {
        internal Choice()
        {
            Driven = new List<Driven>();
            Doubtful = new List<Guess>();
            LeftOut = new List<KeyValuePair<string, string>>();
            Unmapped = new List<Guess>();
            Conventions = new List<string>();
            Leading = new List<Parts>();
        }

        /// <summary>What rows drive.</summary>
        public List<Driven> Driven { get; private set; }

        /// <summary>Guesses below the bar, which are not driven.</summary>
        public List<Guess> Doubtful { get; private set; }

        /// <summary>Recognised, but not driven: name and reason.</summary>
        public List<KeyValuePair<string, string>> LeftOut { get; private set; }

        /// <summary>Not understood, or no movement of the face.</summary>
        public List<Guess> Unmapped { get; internal set; }

        /// <summary>Titles of the conventions that the model's names follow, the commonest first.</summary>
        public List<string> Conventions { get; internal set; }

        /// <summary>The tables that may be used, the model's own kind first.</summary>
        internal List<Parts> Leading { get; set; }

        internal void Leave(Driven entry, string why)
        {
            if (Driven.Remove(entry))
                LeftOut.Add(new KeyValuePair<string, string>(entry.Name, why));
        }
    }
}
