using System;
using System.Globalization;

namespace Koekata.Mapping
{
    /// <summary>Reads numbers as RFC 8259 has them, whatever the culture.</summary>
    internal static class JsonNumbers
    {
        /// <summary>The offset behind the number that begins at <paramref name="at"/>, or <paramref name="at"/>.</summary>
        internal static int EndOf(JsonCursor cursor, int at)
        {
            int first = cursor.CharAt(at) == '-' ? at + 1 : at;
            if (!IsDigit(cursor.CharAt(first)))
                return at;
            int end = cursor.CharAt(first) == '0' ? first + 1 : Digits(cursor, first);
            if (cursor.CharAt(end) == '.' && IsDigit(cursor.CharAt(end + 1)))
                end = Digits(cursor, end + 1);
            return Exponent(cursor, end);
        }

        /// <summary>The value; infinite where a double cannot hold it.</summary>
        internal static double Parse(string text)
        {
            double value;
            try
            {
                value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            }
            catch (OverflowException)
            {
                return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            }
            return value;
        }

        static int Exponent(JsonCursor cursor, int at)
        {
            if (cursor.CharAt(at) != 'e' && cursor.CharAt(at) != 'E')
                return at;
            char sign = cursor.CharAt(at + 1);
            int first = sign == '+' || sign == '-' ? at + 2 : at + 1;
            return IsDigit(cursor.CharAt(first)) ? Digits(cursor, first) : at;
        }

        static int Digits(JsonCursor cursor, int at)
        {
            while (IsDigit(cursor.CharAt(at)))
                at++;
            return at;
        }

        static bool IsDigit(char c)
        {
            return c >= '0' && c <= '9';
        }
    }
}
