namespace Koekata.Mapping
{
    /// <summary>On or off, with fades.</summary>
    internal sealed class Condition
    {
        internal string Id;
        /// <summary>Null for a trigger.</summary>
        internal Term When;
        internal double On, Off;
        internal double Duration, FadeIn, FadeOut;
        internal string[] Suppress;
        internal PoseValue[] Pose;
        internal Blend Blend;
        internal int Priority;
    }
}
