namespace Koekata.Mapping
{
    /// <summary>A target in a group.</summary>
    internal sealed class Member
    {
        internal string Target;
        internal int Priority;
    }
}
