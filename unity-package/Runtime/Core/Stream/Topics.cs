namespace Koekata.Receiving
{
    /// <summary>The topics of the stream.</summary>
    internal static class Topics
    {
        /// <summary>Prefix of every topic of every version, so that a sender of another one is refused aloud.</summary>
        internal const string Root = "koekata/";
        const string Prefix = "koekata/1/";
        const string Status = "koekata/1/status/";

        internal static bool IsStatus(byte[] topic, int count)
        {
            return Ascii.Same(topic, 0, count, Status);
        }

        internal static bool IsPerformer(byte[] topic, int count, int performer)
        {
            int digits = performer < 10 ? 1 : performer < 100 ? 2 : 3;
            if (count != Prefix.Length + digits + 1 || !Ascii.Begins(topic, 0, count, Prefix) || topic[count - 1] != '/')
                return false;
            for (int i = count - 2; i >= Prefix.Length; i--, performer /= 10)
                if (topic[i] != '0' + performer % 10)
                    return false;
            return true;
        }
    }
}
