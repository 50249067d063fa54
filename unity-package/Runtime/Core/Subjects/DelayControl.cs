using System;

namespace Koekata.Receiving
{
    /// <summary>
    /// How long frames wait: the time between two, and the latest lateness of the last seconds. A change of the delay is
    /// spread, so that a movement is never more than a tenth faster or slower than it was.
    /// </summary>
    internal sealed class DelayControl
    {
        const double Memory = 5.0;
        const double Slew = 0.1;
        const double Margin = 0.002;
        const double LongestInterval = 0.1;

        readonly PlaybackSettings settings;
        double interval, peak;
        bool begun;

        internal DelayControl(PlaybackSettings settings)
        {
            this.settings = settings;
        }

        /// <summary>Seconds in force.</summary>
        internal double Delay { get; private set; }

        internal double Target
        {
            get
            {
                double wanted = settings.Adaptive ? Math.Max(settings.LeastDelay, interval + peak + Margin) : settings.Delay;
                return Math.Max(0.0, Math.Min(settings.GreatestDelay, wanted));
            }
        }

        internal void Reset()
        {
            interval = peak = 0.0;
            begun = false;
        }

        internal void Observe(SenderClock clock)
        {
            if (clock.Step <= 0.0)
                return;
            double share = Math.Min(1.0, clock.Step / Memory), step = Math.Min(clock.Step, LongestInterval);
            interval = interval == 0.0 ? step : interval + (step - interval) * share;
            double late = clock.Lateness;
            peak = late > peak ? late : peak + (Math.Max(0.0, late) - peak) * share;
        }

        internal void Advance(double seconds)
        {
            double most = begun ? Slew * seconds : double.MaxValue;
            // The first delay is taken at once, and only when it is known.
            begun = begun || interval > 0.0 || !settings.Adaptive;
            Delay += Math.Max(-most, Math.Min(most, Target - Delay));
        }
    }
}
