using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace Koekata.Mapping
{
    /// <summary>A table that was refused, with every fault that could be told at once.</summary>
    public sealed class MappingException : Exception
    {
        internal MappingException(string file, List<Fault> faults)
            : base(Describe(file, faults))
        {
            Faults = faults.AsReadOnly();
        }

        /// <summary>The faults, those of the file that was asked for first.</summary>
        public ReadOnlyCollection<Fault> Faults { get; private set; }

        static string Describe(string file, List<Fault> faults)
        {
            string count = faults.Count == 1 ? "1 fault" : Numbers.Plain(faults.Count) + " faults";
            return file + ": " + count + "\n" + string.Join("\n", faults.ConvertAll(fault => fault.ToString()).ToArray());
        }
    }
}
