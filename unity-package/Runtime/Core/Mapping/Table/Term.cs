namespace Koekata.Mapping
{
    /// <summary>A source and how it counts.</summary>
    internal sealed class Term
    {
        internal string Of;
        internal double Weight = 1.0;
        internal bool Invert;
        /// <summary>The value where the source is absent; NaN where none is stated.</summary>
        internal double Absent = double.NaN;
    }
}
