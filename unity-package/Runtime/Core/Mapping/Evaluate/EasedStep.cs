using System;

namespace Koekata.Mapping
{
    /// <summary>Step 14.1: how far a value goes in one frame, for a time constant.</summary>
    internal sealed class EasedStep
    {
        readonly double tau;
        double lastDt = double.NaN, share;

        internal EasedStep(double tau)
        {
            this.tau = tau;
        }

        /// <summary>From one value to another.</summary>
        internal double From(double s, double v, double dt)
        {
            if (tau == 0.0)
                return v;
            // Frames mostly follow one another at one rate.
            if (dt != lastDt)
            {
                lastDt = dt;
                share = 1.0 - Math.Exp(-dt / tau);
            }
            return s + (v - s) * share;
        }
    }
}
