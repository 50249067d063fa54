using System;
using System.Collections.Generic;

namespace Koekata.Takes
{
    /// <summary>A recorded performance in memory: channels over time, in the units and signs of mappings/STREAM.md.</summary>
    public sealed class Take
    {
        readonly double[] times;
        readonly double[][] rows;
        readonly bool[] tracked;

        internal Take(IList<string> channels, double[] times, double[][] rows, bool[] tracked)
        {
            Channels = channels;
            this.times = times;
            this.rows = rows;
            this.tracked = tracked;
        }

        /// <summary>The names of the channels; the values of a row are in their order.</summary>
        public IList<string> Channels { get; private set; }

        /// <summary>How many rows there are, at least 1.</summary>
        public int Count
        {
            get { return times.Length; }
        }

        /// <summary>Seconds from the first row to the last.</summary>
        public double Duration
        {
            get { return times[times.Length - 1] - times[0]; }
        }

        /// <summary>Seconds on the source's time line, where the recording begins.</summary>
        public double Start
        {
            get { return times[0]; }
        }

        /// <summary>Seconds of a row since the first one.</summary>
        public double Time(int row)
        {
            return times[row] - times[0];
        }

        /// <summary>A value of a row.</summary>
        public double Value(int row, int channel)
        {
            return rows[row][channel];
        }

        /// <summary>Whether a row shows a face; else it repeats the last one.</summary>
        public bool Tracked(int row)
        {
            return tracked[row];
        }

        /// <summary>
        /// The values at a moment since the first row, straight between two rows; before and behind the recording those of its
        /// ends. Whether a face is seen then.
        /// </summary>
        public bool Sample(double seconds, double[] values)
        {
            int after = After(seconds + times[0]);
            int before = Math.Max(0, after - 1);
            after = Math.Min(after, times.Length - 1);
            double span = times[after] - times[before];
            double share = span > 0.0 ? (seconds + times[0] - times[before]) / span : 0.0;
            double[] from = rows[before], to = rows[after];
            for (int i = 0; i < from.Length; i++)
                values[i] = from[i] + (to[i] - from[i]) * share;
            return tracked[share < 0.5 ? before : after];
        }

        // The first row behind a moment.
        int After(double time)
        {
            int found = Array.BinarySearch(times, time);
            return found >= 0 ? found + 1 : ~found;
        }
    }
}
