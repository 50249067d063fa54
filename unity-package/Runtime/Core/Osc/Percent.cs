namespace Koekata.Receiving
{
    /// <summary>Percent-encoding of names in addresses (RFC 3986, section 2.1).</summary>
    internal static class Percent
    {
        internal static string Decoded(byte[] data, int start, int size)
        {
            var found = new byte[size];
            int count = 0, end = start + size;
            for (int at = start; at < end; at++)
            {
                int high = at + 2 < end ? Digit(data[at + 1]) : -1, low = at + 2 < end ? Digit(data[at + 2]) : -1;
                bool coded = data[at] == '%' && high >= 0 && low >= 0;
                found[count++] = coded ? (byte)(16 * high + low) : data[at];
                if (coded)
                    at += 2;
            }
            return Utf8.Text(found, 0, count);
        }

        static int Digit(byte sign)
        {
            if (sign >= '0' && sign <= '9')
                return sign - '0';
            int letter = sign | 0x20;
            return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
        }
    }
}
