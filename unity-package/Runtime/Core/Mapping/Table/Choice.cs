namespace Koekata.Mapping
{
    /// <summary>One drawn shape with its score.</summary>
    internal sealed class Choice
    {
        internal string Id;
        internal Formula Formula;
        internal string[] During, Unless;
        internal double Hold;
        internal PoseValue[] Pose;
    }
}
