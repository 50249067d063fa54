using System;
using System.Collections.Generic;

namespace Koekata.Receiving
{
    /// <summary>Values by name, as they came; names are kept.</summary>
    public sealed class NamedValues
    {
        readonly List<string> names = new List<string>();
        double[] values = new double[16];

        /// <summary>How many names there are.</summary>
        public int Count
        {
            get { return names.Count; }
        }

        /// <summary>A name.</summary>
        public string Name(int index)
        {
            return names[index];
        }

        /// <summary>Its last value.</summary>
        public double this[int index]
        {
            get { return values[index]; }
            internal set { values[index] = value; }
        }

        internal int Add(string name)
        {
            if (names.Count == values.Length)
                Array.Resize(ref values, 2 * values.Length);
            names.Add(name);
            return names.Count - 1;
        }
    }
}
