namespace Koekata.Editing
{
    /// <summary>Lengths in code points, as the language counts them.</summary>
    internal static class CodePoints
    {
        internal static int Count(string text)
        {
            return Mapping.Unicode.CodePoints(text);
        }

        /// <summary>The first code points of a text.</summary>
        internal static string Cut(string text, int most)
        {
            int end = 0;
            for (int count = 0; count < most && end < text.Length; count++)
                end += end + 1 < text.Length && char.IsSurrogatePair(text[end], text[end + 1]) ? 2 : 1;
            return text.Substring(0, end);
        }
    }
}
