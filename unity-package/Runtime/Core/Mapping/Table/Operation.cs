namespace Koekata.Mapping
{
    /// <summary>How several sources become one value.</summary>
    internal enum Operation
    {
        Sum,
        Product,
        Min,
        Max,
        Average,
    }
}
