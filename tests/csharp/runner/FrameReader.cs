using System.Globalization;

namespace Koekata.Mapping.Runner
{
    /// <summary>Fills a frame from JSON.</summary>
    internal static class FrameReader
    {
        internal static void Fill(MappingFrame frame, JsonNode node)
        {
            frame.Clear();
            if (node.Find("values") != null)
                foreach (string name in node.Find("values").Members.Names)
                    frame.Set(name, Number(node.Find("values").Members[name]));
            if (node.Find("confidence") != null)
                foreach (string name in node.Find("confidence").Members.Names)
                    frame.SetConfidence(name, Number(node.Find("confidence").Members[name]));
            if (node.Find("tracked") != null)
                frame.Tracked = node.Find("tracked").Flag;
            if (node.Find("time") != null)
                frame.SetTime(Number(node.Find("time")));
            if (node.Find("fire") != null)
                foreach (JsonNode pair in node.Find("fire").Items)
                    frame.Fire(pair.Items[0].Text, pair.Items[1].Text);
        }

        internal static double Step(JsonNode node)
        {
            return Number(node.Find("dt"));
        }

        /// <summary>A number, or one of those that JSON does not have, as text.</summary>
        internal static double Number(JsonNode node)
        {
            return node.IsText ? double.Parse(node.Text, CultureInfo.InvariantCulture) : node.Number;
        }
    }
}
