namespace Koekata.Mapping
{
    /// <summary>A part of the face with its timing.</summary>
    internal sealed class Region
    {
        internal string Id;
        internal double Attack, Release;
        internal double[] Snap;
        internal double SnapWithin, SnapLeave;
        internal int HoldFrames;
        internal double Rate, Phase;
    }
}
