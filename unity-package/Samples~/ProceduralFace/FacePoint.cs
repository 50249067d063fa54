namespace Koekata.Samples
{
    /// <summary>A point of a drawing; x to the right of who looks at it, y up.</summary>
    public struct FacePoint
    {
        /// <summary>To the right.</summary>
        public readonly float X;

        /// <summary>Up.</summary>
        public readonly float Y;

        /// <summary>Makes a point.</summary>
        public FacePoint(float x, float y)
        {
            X = x;
            Y = y;
        }
    }
}
