using System.Collections.ObjectModel;

namespace Koekata.Mapping
{
    /// <summary>What one row says to a target.</summary>
    public sealed class RowShare
    {
        internal RowShare(string id)
        {
            Id = id;
        }

        /// <summary>The row.</summary>
        public string Id { get; private set; }

        /// <summary>What it is made of.</summary>
        public ReadOnlyCollection<SourceValue> Sources { get; internal set; }

        /// <summary>After curve, gain, offset and clamp; NaN where it says nothing.</summary>
        public double Value { get; internal set; }

        /// <summary>By conditions: 1 where nothing holds it back.</summary>
        public double Weight { get; internal set; }

        /// <summary>Every condition that weighs the row.</summary>
        public ReadOnlyCollection<ConditionShare> Conditions { get; internal set; }
    }
}
