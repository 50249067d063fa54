namespace Koekata.Mapping
{
    /// <summary>A named value.</summary>
    internal sealed class Signal
    {
        internal string Id;
        internal Formula Formula;
    }
}
