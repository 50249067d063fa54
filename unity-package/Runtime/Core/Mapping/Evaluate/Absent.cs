namespace Koekata.Mapping
{
    /// <summary>NaN stands for ∅, a value that is absent.</summary>
    internal static class Absent
    {
        // A comparison with NaN is false. Mono compiles this into the loops, and does not do so with double.IsNaN.
        internal static bool Is(double value)
        {
            return !(value <= double.PositiveInfinity);
        }
    }
}
