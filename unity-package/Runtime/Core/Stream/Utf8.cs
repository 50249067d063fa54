using System.Text;

namespace Koekata.Receiving
{
    /// <summary>UTF-8 as the Unicode standard defines it: no surrogates, nothing longer than it needs to be.</summary>
    internal static class Utf8
    {
        static readonly Encoding encoding = new UTF8Encoding(false);

        internal static string Text(byte[] data, int start, int count)
        {
            return encoding.GetString(data, start, count);
        }

        internal static byte[] Bytes(string text)
        {
            return encoding.GetBytes(text);
        }

        /// <summary>The number of characters (code points); -1 where the bytes are not UTF-8.</summary>
        internal static int Count(byte[] data, int start, int size)
        {
            int found = 0, end = start + size;
            for (int at = start; at < end; found++)
            {
                if (data[at] < 0x80)
                {
                    at++;
                    continue;
                }
                int more = Following(data, at, end);
                if (more < 0)
                    return -1;
                at += 1 + more;
            }
            return found;
        }

        /// <summary>How many bytes belong to the one at <paramref name="at"/>; -1 where it begins no character.</summary>
        static int Following(byte[] data, int at, int end)
        {
            int first = data[at], more = first < 0xC2 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : 0;
            if (more == 0 || at + more >= end)
                return -1;
            for (int i = at + 1; i <= at + more; i++)
                if ((data[i] & 0xC0) != 0x80)
                    return -1;
            int second = data[at + 1];
            bool bad = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
                (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
            return bad ? -1 : more;
        }
    }
}
