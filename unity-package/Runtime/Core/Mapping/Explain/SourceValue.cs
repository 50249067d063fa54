using System.Collections.ObjectModel;

namespace Koekata.Mapping
{
    /// <summary>A source of a row, with the sources of a signal below it. NaN is absent.</summary>
    public sealed class SourceValue
    {
        internal SourceValue(string name, double raw, double value, ReadOnlyCollection<SourceValue> sources)
        {
            Name = name;
            Raw = raw;
            Value = value;
            Sources = sources;
        }

        /// <summary>The input or signal.</summary>
        public string Name { get; private set; }

        /// <summary>As the frame gave it; NaN for signals.</summary>
        public double Raw { get; private set; }

        /// <summary>After loss and eye rules, or of the signal.</summary>
        public double Value { get; private set; }

        /// <summary>What a signal is made of; empty for inputs.</summary>
        public ReadOnlyCollection<SourceValue> Sources { get; private set; }
    }
}
