namespace Koekata.Mapping
{
    /// <summary>A channel that tables may name.</summary>
    internal sealed class Input
    {
        internal readonly string Id;
        internal readonly double Rest;
        internal readonly Limits Range;

        /// <summary>Whether it is lost together with the face.</summary>
        internal readonly bool Face;

        internal Input(string id, double rest, Limits range, bool face)
        {
            Id = id;
            Rest = rest;
            Range = range;
            Face = face;
        }
    }
}
