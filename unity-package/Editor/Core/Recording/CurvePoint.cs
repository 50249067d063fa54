namespace Koekata.Editing
{
    /// <summary>A key of a curve as Unity has it: a slope on each side, infinite for a step.</summary>
    public struct CurvePoint
    {
        /// <summary>Makes a key.</summary>
        public CurvePoint(float x, float y, float slopeIn, float slopeOut)
        {
            X = x;
            Y = y;
            SlopeIn = slopeIn;
            SlopeOut = slopeOut;
        }

        /// <summary>Time, or the value that goes in.</summary>
        public float X;

        /// <summary>The value.</summary>
        public float Y;

        /// <summary>Slope on the left.</summary>
        public float SlopeIn;

        /// <summary>Slope on the right.</summary>
        public float SlopeOut;
    }
}
