namespace Koekata.Mapping
{
    /// <summary>Gain and limit of the gaze in one direction.</summary>
    internal sealed class GazeDirection
    {
        internal double Gain, Limit;
    }
}
