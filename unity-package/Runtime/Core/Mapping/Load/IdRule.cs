namespace Koekata.Mapping
{
    /// <summary>1 to 64 characters, no control characters, and no space at either end.</summary>
    internal static class IdRule
    {
        const int Longest = 64;
        const string Remedy = "Ids have 1 to 64 characters, no control characters, and no space at either end.";

        internal static void Check(JsonNode node, string text)
        {
            if (!Holds(text))
                node.Fault(FaultCode.BadId, "\"" + text + "\" cannot be an id", Remedy);
        }

        static bool Holds(string text)
        {
            if (text.Length == 0 || Unicode.CodePoints(text) > Longest)
                return false;
            if (text[0] == ' ' || text[text.Length - 1] == ' ')
                return false;
            foreach (char c in text)
                if (c < ' ' || (c >= '\u007f' && c <= '\u009f'))
                    return false;
            return true;
        }
    }
}
