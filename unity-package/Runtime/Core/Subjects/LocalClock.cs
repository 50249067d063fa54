using System.Diagnostics;

namespace Koekata.Receiving
{
    /// <summary>The monotonic clock of this machine, which arrivals are stamped with.</summary>
    public static class LocalClock
    {
        static readonly double period = 1.0 / Stopwatch.Frequency;

        /// <summary>Seconds since some moment.</summary>
        public static double Now()
        {
            return Stopwatch.GetTimestamp() * period;
        }
    }
}
