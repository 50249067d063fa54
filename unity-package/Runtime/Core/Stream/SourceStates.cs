namespace Koekata.Receiving
{
    /// <summary>The states as they stand in messages.</summary>
    internal static class SourceStates
    {
        static readonly string[] words = { "", "running", "lost", "reconnecting", "ended" };

        internal static string Word(SourceState state)
        {
            return words[(int)state];
        }

        /// <summary><see cref="SourceState.Unknown"/> for a word that is none.</summary>
        internal static SourceState Find(byte[] data, int start, int size)
        {
            for (int state = 1; state < words.Length; state++)
                if (Ascii.Same(data, start, size, words[state]))
                    return (SourceState)state;
            return SourceState.Unknown;
        }
    }
}
