using System;

namespace Koekata.Receiving.Tests
{
    /// <summary>Hexadecimal digits of the vectors.</summary>
    internal static class Hex
    {
        internal static byte[] Bytes(string digits)
        {
            var found = new byte[digits.Length / 2];
            for (int i = 0; i < found.Length; i++)
                found[i] = Convert.ToByte(digits.Substring(2 * i, 2), 16);
            return found;
        }
    }
}
