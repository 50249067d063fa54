namespace Koekata.Mapping
{
    /// <summary>H and R of the specification.</summary>
    internal static class Ramp
    {
        /// <summary>H: on above one threshold, off below the other; exactly there, nothing changes.</summary>
        internal static bool Threshold(bool state, double value, double on, double off)
        {
            if (value > on)
                return true;
            return !(value < off) && state;
        }

        /// <summary>R: a linear fade; a time of 0 jumps to the end.</summary>
        internal static double Fade(double weight, bool state, double dt, double fadeIn, double fadeOut)
        {
            if (state)
            {
                double up = weight + dt / fadeIn;
                return fadeIn == 0.0 || up > 1.0 ? 1.0 : up;
            }
            double down = weight - dt / fadeOut;
            return fadeOut == 0.0 || down < 0.0 ? 0.0 : down;
        }

        internal static double Clamp(double value, double low, double high)
        {
            if (value < low)
                return low;
            return value > high ? high : value;
        }
    }
}
