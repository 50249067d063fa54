namespace Koekata.Mapping
{
    /// <summary>A condition that weighs a row.</summary>
    public sealed class ConditionShare
    {
        internal ConditionShare(string id, ConditionUse use, double weight)
        {
            Id = id;
            Use = use;
            Weight = weight;
        }

        /// <summary>Its id.</summary>
        public string Id { get; private set; }

        /// <summary>How it weighs the row; `while` before `unless` where it stands in both.</summary>
        public ConditionUse Use { get; private set; }

        /// <summary>How much it is on, in [0, 1].</summary>
        public double Weight { get; private set; }
    }
}
