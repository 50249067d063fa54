namespace Koekata.Receiving
{
    /// <summary>Compares bytes with words, without making a text of them.</summary>
    internal static class Ascii
    {
        internal static bool Same(byte[] data, int start, int size, string word)
        {
            return size == word.Length && Begins(data, start, size, word);
        }

        internal static bool Begins(byte[] data, int start, int size, string word)
        {
            if (size < word.Length)
                return false;
            for (int i = 0; i < word.Length; i++)
                if (data[start + i] != word[i])
                    return false;
            return true;
        }

        internal static bool Same(byte[] data, int start, byte[] other, int otherStart, int size)
        {
            for (int i = 0; i < size; i++)
                if (data[start + i] != other[otherStart + i])
                    return false;
            return true;
        }

        /// <summary>FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv).</summary>
        internal static uint Hash(byte[] data, int start, int size)
        {
            uint found = 2166136261;
            for (int i = start; i < start + size; i++)
                found = unchecked((found ^ data[i]) * 16777619);
            return found;
        }
    }
}
