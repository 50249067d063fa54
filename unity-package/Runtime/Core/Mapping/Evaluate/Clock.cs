namespace Koekata.Mapping
{
    /// <summary>Step 1: seconds, kept within bounds.</summary>
    internal sealed class Clock
    {
        const double LongestStep = 10.0;

        readonly Counters counters;
        internal double Now;

        internal Clock(Counters counters)
        {
            this.counters = counters;
        }

        /// <summary>Moves on, and returns the step that counts.</summary>
        internal double Advance(double dt, MappingFrame frame)
        {
            if (!Numbers.IsFinite(dt) || dt < 0.0)
            {
                counters.BadDt++;
                dt = 0.0;
            }
            if (dt > LongestStep)
                dt = LongestStep;
            bool stated = frame.HasTime && Numbers.IsFinite(frame.Time);
            if (frame.HasTime && !stated)
                counters.BadTime++;
            Now = stated ? frame.Time : Now + dt;
            return dt;
        }
    }
}
