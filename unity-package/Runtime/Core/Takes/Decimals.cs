using System;
using System.Text;

namespace Koekata.Takes
{
    /// <summary>
    /// Numbers with ten decimals, rounded as Python does it: exactly, half to even. .NET rounds the fifteen digits that it first
    /// makes of a double, which differs for numbers such as 1/2048.
    /// </summary>
    internal static class Decimals
    {
        const long Scale = 10000000000;
        const int Places = 10;

        /// <summary>The most bits below the point that matter: below them lies less than half of the last decimal.</summary>
        const int MostBits = 90;

        internal static void Append(StringBuilder text, double value)
        {
            if (double.IsNaN(value) || double.IsInfinity(value) || Math.Abs(value) > 10000.0)
                throw new ArgumentException("no value of a face: " + value, "value");
            long scaled = Scaled(Math.Abs(value));
            if (value < 0.0)
                text.Append('-');
            text.Append(scaled / Scale).Append('.');
            string part = (scaled % Scale).ToString();
            text.Append('0', Places - part.Length).Append(part);
        }

        /// <summary>The value times 10^10, to the nearest whole number. Decimals hold 96 bits exactly: 53 of the value, 34 of the scale.</summary>
        static long Scaled(double value)
        {
            long bits = BitConverter.DoubleToInt64Bits(value);
            int exponent = (int)(bits >> 52) & 0x7ff;
            if (exponent == 0)
                return 0;
            decimal product = (decimal)((bits & 0xfffffffffffff) | 0x10000000000000) * Scale;
            int below = 1075 - exponent;
            if (below <= 0)
                return (long)(product * PowerOfTwo(-below));
            if (below > MostBits)
                return 0;
            decimal unit = PowerOfTwo(below);
            decimal rest = decimal.Remainder(product, unit);
            long whole = (long)((product - rest) / unit);
            int order = (rest * 2).CompareTo(unit);
            return order > 0 || (order == 0 && whole % 2 == 1) ? whole + 1 : whole;
        }

        static decimal PowerOfTwo(int exponent)
        {
            decimal found = 1;
            for (int i = 0; i < exponent; i++)
                found *= 2;
            return found;
        }
    }
}
