namespace Koekata.Mapping
{
    /// <summary>How the rows of one target meet.</summary>
    internal enum Combine
    {
        Sum,
        Max,
        Min,
        Average,
        Override,
    }
}
