namespace Koekata.Mapping
{
    /// <summary>A value for the target at a place.</summary>
    internal struct PlacedValue
    {
        internal readonly int Place;
        internal readonly double Value;

        internal PlacedValue(int place, double value)
        {
            Place = place;
            Value = value;
        }
    }
}
