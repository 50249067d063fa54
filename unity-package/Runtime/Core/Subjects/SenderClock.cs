using System;

namespace Koekata.Receiving
{
    /// <summary>
    /// When a frame of the sender's clock arrives here on average. A delay-locked loop follows offset and drift: Fons
    /// Adriaensen, "Using a DLL to filter time" (2005), with a bandwidth that narrows from 1 to 0.05 Hz while it settles.
    /// Nothing arrives too early, so that until then the earliest arrival counts.
    /// </summary>
    public sealed class SenderClock
    {
        const double SettlingHz = 1.0;
        const double SettledHz = 0.05;
        const double SettlingSeconds = 2.0;
        const double WorstDrift = 1e-3;

        /// <summary>One frame after a long pause says no more than one after a short.</summary>
        const double LongestStep = 0.05;

        /// <summary>An error beyond this is another clock, or a sender that stood still, and no jitter.</summary>
        const double Strange = 0.5;

        double offset, drift, last, age;
        bool running;

        /// <summary>How much later than on average the last frame arrived, in seconds.</summary>
        public double Lateness { get; private set; }

        /// <summary>Seconds of the sender between the last two frames; 0 after a new start.</summary>
        public double Step { get; private set; }

        /// <summary>How much slower the local clock runs, in millionths; good after about a minute.</summary>
        public double DriftPpm
        {
            get { return drift * 1e6; }
        }

        /// <summary>Begins anew with the next frame.</summary>
        public void Reset()
        {
            running = false;
        }

        /// <summary>A frame of <paramref name="sender"/> seconds arrived at <paramref name="local"/> seconds.</summary>
        public void Observe(double sender, double local)
        {
            double step = sender - last;
            double error = local - sender - offset - drift * step;
            if (!running || step <= 0.0 || Math.Abs(error) > Strange)
            {
                Begin(sender, local);
                return;
            }
            Follow(error, step);
            last = sender;
            age += step;
            Step = step;
        }

        /// <summary>The sender's clock whose frames arrive now on average.</summary>
        public double SenderAt(double local)
        {
            double guess = local - offset;
            return guess - drift * (guess - last);
        }

        void Begin(double sender, double local)
        {
            running = true;
            offset = local - sender;
            last = sender;
            drift = age = Lateness = Step = 0.0;
        }

        void Follow(double error, double step)
        {
            offset += drift * step;
            Lateness = error;
            if (error < 0.0 && age < SettlingSeconds)
            {
                offset += error;
                Lateness = 0.0;
                return;
            }
            step = Math.Min(step, LongestStep);
            double bandwidth = Math.Max(SettledHz, SettlingHz / (1.0 + age));
            double omega = Math.Min(2.0 * Math.PI * bandwidth * step, 1.0);
            offset += Math.Sqrt(2.0) * omega * error;
            drift += omega * omega * error / step;
            drift = Math.Max(-WorstDrift, Math.Min(WorstDrift, drift));
        }
    }
}
