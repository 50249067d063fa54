namespace Koekata.Mapping
{
    /// <summary>Sources that drive a target.</summary>
    internal sealed class Row
    {
        internal string Id;
        internal Formula Formula;
        internal string To;
        /// <summary>Conditions of `while`.</summary>
        internal string[] During;
        internal string[] Unless;
        internal int Priority;
    }
}
