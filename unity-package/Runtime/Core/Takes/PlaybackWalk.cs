using System;

namespace Koekata.Takes
{
    /// <summary>
    /// Which steps bring a table's state to a moment of a time line. Steps stand on a fixed grid, so that one moment looks the
    /// same however it was reached: by playing at any frame rate, or by a jump, before which the seconds of the pre-roll are
    /// gone through so that holds, fades and eased shapes are where they belong.
    /// </summary>
    public sealed class PlaybackWalk
    {
        /// <summary>Steps in a second.</summary>
        public const int Rate = 120;

        /// <summary>A step of time in seconds.</summary>
        public const double StepSeconds = 1.0 / Rate;

        /// <summary>What playing may skip without being a jump: a slow frame.</summary>
        const int LongestFrame = Rate / 2;

        const double Slack = 1e-6;

        long at = long.MinValue;

        /// <summary>Seconds that are gone through before a moment that was jumped to.</summary>
        public double PreRoll { get; set; }

        /// <summary>The first step to take; greater than <see cref="Last"/> where the state is there already.</summary>
        public long First { get; private set; }

        /// <summary>The last step to take.</summary>
        public long Last { get; private set; }

        /// <summary>Whether the state has to begin anew before the first step.</summary>
        public bool Restart { get; private set; }

        /// <summary>Seconds of a step on the time line.</summary>
        public static double Time(long step)
        {
            return step * StepSeconds;
        }

        /// <summary>
        /// Plans the way to a moment; the state is taken to be there afterwards. <paramref name="begin"/> is where the performance
        /// that goes on at that moment begins: nothing before it counts.
        /// </summary>
        public void To(double seconds, double begin)
        {
            Last = (long)Math.Floor(seconds * Rate + Slack);
            long earliest = (long)Math.Ceiling(begin * Rate - Slack);
            Restart = at == long.MinValue || Last < at || Last - at > LongestFrame || at < earliest - 1;
            First = Restart ? Math.Max(earliest, Last - (long)Math.Ceiling(PreRoll * Rate)) : at + 1;
            First = Math.Min(First, Restart ? Last : First);
            at = Last;
        }

        /// <summary>Forgets where the state is: the next moment is a jump.</summary>
        public void Forget()
        {
            at = long.MinValue;
        }
    }
}
