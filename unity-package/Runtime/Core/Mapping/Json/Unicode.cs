namespace Koekata.Mapping
{
    /// <summary>C# texts are UTF-16; the language counts code points.</summary>
    internal static class Unicode
    {
        internal static int CodePoints(string text)
        {
            int count = text.Length;
            for (int i = 0; i + 1 < text.Length; i++)
                if (char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    count--;
                    i++;
                }
            return count;
        }

        /// <summary>Whether half of a surrogate pair stands alone.</summary>
        internal static bool HasHalfPair(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                if (!char.IsSurrogate(text[i]))
                    continue;
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                    return true;
                i++;
            }
            return false;
        }
    }
}
