namespace Koekata.Mapping
{
    /// <summary>What a JSON value is.</summary>
    internal enum JsonKind
    {
        Null,
        Boolean,
        Number,
        Text,
        Array,
        Object,
    }
}
