namespace Koekata.Mapping
{
    /// <summary>What a value is kept within; without bounds it is kept within infinity.</summary>
    internal struct Limits
    {
        internal static readonly Limits None = new Limits(double.NegativeInfinity, double.PositiveInfinity);

        internal readonly double Low;
        internal readonly double High;

        internal Limits(double low, double high)
        {
            Low = low;
            High = high;
        }

        /// <summary>NaN stays NaN.</summary>
        internal double Clamp(double value)
        {
            if (value < Low)
                return Low;
            return value > High ? High : value;
        }
    }
}
