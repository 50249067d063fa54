namespace Koekata.Receiving
{
    /// <summary>The id of a session.</summary>
    internal static class Hexadecimal
    {
        const int Digits = 16;

        /// <summary>Exactly 16 digits, lower-case.</summary>
        internal static bool Read(byte[] data, int start, int size, out ulong found)
        {
            found = 0;
            if (size != Digits)
                return false;
            for (int i = start; i < start + size; i++)
            {
                int digit = Digit(data[i]);
                if (digit < 0)
                    return false;
                found = (found << 4) | (uint)digit;
            }
            return true;
        }

        static int Digit(byte sign)
        {
            if (sign >= '0' && sign <= '9')
                return sign - '0';
            return sign >= 'a' && sign <= 'f' ? sign - 'a' + 10 : -1;
        }
    }
}
