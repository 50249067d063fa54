namespace Koekata.Mapping
{
    /// <summary>How a pose meets what is there.</summary>
    internal enum Blend
    {
        Override,
        Add,
        Max,
    }
}
