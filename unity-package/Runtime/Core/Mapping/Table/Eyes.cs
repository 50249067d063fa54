namespace Koekata.Mapping
{
    /// <summary>Rules of step 4; null is off.</summary>
    internal sealed class Eyes
    {
        internal Glasses Glasses;
        internal FarEye FarEye;
        internal Wink Wink;
        internal double Link;
        internal Gaze Gaze;
        internal GazeHold GazeHold;
    }
}
