namespace Koekata.Receiving
{
    /// <summary>The types of MessagePack.</summary>
    internal enum ValueKind
    {
        Nil,
        Bool,
        Int,
        Float,
        Text,
        Binary,
        Array,
        Map,
        Extension
    }
}
