using System.Collections.ObjectModel;

namespace Koekata.Mapping
{
    /// <summary>The chain of one target in the last frame. NaN is absent.</summary>
    public sealed class Explanation
    {
        internal Explanation(string target, ReadOnlyCollection<RowShare> rows)
        {
            Target = target;
            Rows = rows;
        }

        /// <summary>The target.</summary>
        public string Target { get; private set; }

        /// <summary>The rows that drive it, in table order.</summary>
        public ReadOnlyCollection<RowShare> Rows { get; private set; }

        /// <summary>The rows together (step 8).</summary>
        public double Combined { get; internal set; }

        /// <summary>The shown choice of the switch that the target belongs to; null without one.</summary>
        public string Shown { get; internal set; }

        /// <summary>After switches and poses (step 10).</summary>
        public double Posed { get; internal set; }

        /// <summary>Within its range, or at rest where nothing drives it any more (step 11).</summary>
        public double Ranged { get; internal set; }

        /// <summary>After VRM overrides (step 12).</summary>
        public double Damped { get; internal set; }

        /// <summary>After groups (step 13).</summary>
        public double Excluded { get; internal set; }

        /// <summary>After timing (step 15).</summary>
        public double Final { get; internal set; }
    }
}
