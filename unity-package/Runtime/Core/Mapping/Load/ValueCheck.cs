using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Checks of texts, numbers and lengths.</summary>
    internal static class ValueCheck
    {
        internal static void Text(JsonNode node, Schema schema)
        {
            if (schema.HasPattern)
                IdRule.Check(node, node.Text);
            else if (schema.Enum == null)
                Length(node, Unicode.CodePoints(node.Text), schema.MinLength, schema.MaxLength, "characters");
            else if (!schema.Enum.Contains(node.Text))
            {
                string words = string.Join(", ", schema.Enum.ToArray());
                string remedy = node.Source.DidYouMean(node.Text, schema.Enum) + "Write one of: " + words + ".";
                node.Fault(FaultCode.UnknownValue, "\"" + node.Text + "\" is not known here", remedy);
            }
        }

        internal static void Number(JsonNode node, Schema schema)
        {
            if (!(node.Number < schema.Minimum) && !(node.Number > schema.Maximum))
                return;
            string low = schema.Minimum == null ? "" : Numbers.Plain(schema.Minimum.Value);
            string high = schema.Maximum == null ? "" : Numbers.Plain(schema.Maximum.Value);
            string message = Numbers.Plain(node.Number) + " is outside " + low + " to " + high;
            node.Fault(FaultCode.OutOfRange, message, "Write a number from " + low + " to " + high + ".");
        }

        internal static void Length(JsonNode node, int count, int? least, int? most, string what)
        {
            int low = least ?? 0;
            if (count >= low && !(count > most))
                return;
            string wanted = Numbers.Plain(low);
            if (most == null)
                wanted = "at least " + wanted;
            else if (most != low)
                wanted += " to " + Numbers.Plain(most.Value);
            string message = wanted + " " + what + " are expected, not " + Numbers.Plain(count);
            node.Fault(FaultCode.WrongLength, message, "Give it " + wanted + " " + what + ".");
        }

        internal static void Unique(List<JsonNode> nodes)
        {
            var seen = new HashSet<string>();
            foreach (JsonNode node in nodes)
                if (node.IsText && !seen.Add(node.Text))
                    node.Fault(FaultCode.DuplicateId, "\"" + node.Text + "\" stands twice in this list", "Keep one of them.");
        }
    }
}
