using System;

namespace Koekata.Receiving
{
    /// <summary>Counts what was wrong with messages, and tells each kind once.</summary>
    public sealed class FaultLog
    {
        readonly long[] counts = new long[StreamFaults.Count];

        /// <summary>Where one text for each kind of fault goes; nowhere unless set.</summary>
        public Action<string> Report { get; set; }

        /// <summary>How many messages had a fault.</summary>
        public long Of(StreamFault fault)
        {
            return counts[(int)fault];
        }

        /// <summary>All faults together.</summary>
        public long Total
        {
            get
            {
                long sum = 0;
                foreach (long count in counts)
                    sum += count;
                return sum;
            }
        }

        internal void Add(StreamFault fault, string where)
        {
            if (counts[(int)fault]++ == 0 && Report != null)
                Report("A message is dropped: " + StreamFaults.Code(fault) + (where.Length == 0 ? "" : " at '" + where + "'") +
                    ". " + Remedy(fault) + "Further ones are only counted.");
        }

        static string Remedy(StreamFault fault)
        {
            return fault == StreamFault.Version ? "Bring the sender and this package to the same version of Koekata. " : "";
        }
    }
}
