namespace Koekata.Mapping
{
    /// <summary>The value of one target in a pose.</summary>
    internal sealed class PoseValue
    {
        internal string Target;
        internal double Value;
    }
}
