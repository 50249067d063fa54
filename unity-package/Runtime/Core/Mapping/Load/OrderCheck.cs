using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Checks that limits stand the right way round and that keys rise: the code `order`.</summary>
    internal static class OrderCheck
    {
        internal static void Check(Merged merged)
        {
            foreach (KeyValuePair<string, string> kind in Merged.Kinds)
                foreach (Entry entry in merged[kind.Key])
                    CheckEntry(kind.Value, merged.Fields(kind.Value, entry));
            foreach (Entry entry in merged["switches"])
                foreach (JsonObject choice in References.Choices(entry))
                    CheckEntry("choice", merged.Fields("choice", choice));
            CheckEyes(merged);
            JsonNode idle = merged.Lost.Find("idle");
            if (idle != null)
                CheckRising(idle.Find("interval"), false);
        }

        static void CheckEntry(string kind, Fields fields)
        {
            CheckRising(fields.Nodes.Find("clamp"), false);
            CheckRising(fields.Nodes.Find("range"), false);
            CheckRising(fields.Nodes.Find("dead_zone"), true);
            CheckRising(fields.Nodes.Find("snap"), true);
            CheckCurve(fields.Nodes.Find("curve"));
            if (kind == "condition" || kind == "target")
                CheckPair(fields, "off", fields.NumberOr("off", fields.Number("on")), fields.Number("on"), "on");
            if (kind == "region")
                CheckSnap(fields, fields.Number("snap_within"));
            JsonNode zone = fields.Nodes.Find("dead_zone");
            if (zone != null && zone.IsNumber && zone.Number >= 1.0)
                zone.Fault(FaultCode.Order, "the dead zone reaches 1, where the value must be whole", "Write [d, full] with full above d.");
        }

        static void CheckSnap(Fields fields, double within)
        {
            CheckPair(fields, "snap_within", within, fields.NumberOr("snap_leave", within), "snap_leave");
        }

        static void CheckRising(JsonNode node, bool strict)
        {
            if (node == null || !node.IsArray)
                return;
            for (int i = 1; i < node.Items.Count; i++)
            {
                double low = node.Items[i - 1].Number, high = node.Items[i].Number;
                if (low < high || (!strict && low == high))
                    continue;
                string message = Numbers.Plain(high) + " does not come after " + Numbers.Plain(low);
                node.Items[i].Fault(FaultCode.Order, message, "Write the numbers in rising order.");
                return;
            }
        }

        static void CheckCurve(JsonNode node)
        {
            if (node == null)
                return;
            for (int i = 1; i < node.Items.Count; i++)
            {
                double low = node.Items[i - 1].Items[0].Number, high = node.Items[i].Items[0].Number;
                if (low < high)
                    continue;
                string message = "the key at x = " + Numbers.Plain(high) + " does not come after that at " + Numbers.Plain(low);
                node.Items[i].Fault(FaultCode.Order, message, "Sort the keys by x; for a step, put two keys close together.");
                return;
            }
        }

        static void CheckPair(Fields fields, string name, double low, double high, string other)
        {
            if (low <= high)
                return;
            JsonNode node = fields.Nodes.Find(name) ?? fields.Nodes[other];
            node.Fault(FaultCode.Order, NotBelow(name, low, other, high, "is above"), "Make \"" + name + "\" the lower one.");
        }

        static void CheckEyes(Merged merged)
        {
            CheckRule(merged, "glasses", "open", "closed", true);
            CheckRule(merged, "far_eye", "from", "to", true);
            CheckRule(merged, "wink", "off", "on", false);
            CheckRule(merged, "gaze_hold", "off", "on", false);
        }

        static void CheckRule(Merged merged, string rule, string lowName, string highName, bool strict)
        {
            JsonNode node = merged.Eyes.Find(rule);
            if (node == null || !node.IsObject)
                return;
            Schema described = merged.Contract.Schema.RuleOf("eyes", rule);
            double low = (node.Find(lowName) ?? described.Properties[lowName].Default).Number;
            double high = (node.Find(highName) ?? described.Properties[highName].Default).Number;
            if (low < high || (!strict && low == high))
                return;
            JsonNode place = node.Find(lowName) ?? node.Members[highName];
            string message = NotBelow(lowName, low, highName, high, "is not below");
            place.Fault(FaultCode.Order, message, "Make \"" + lowName + "\" the lower one.");
        }

        static string NotBelow(string name, double low, string other, double high, string how)
        {
            string first = "\"" + name + "\" (" + Numbers.Plain(low) + ") ";
            return first + how + " \"" + other + "\" (" + Numbers.Plain(high) + ")";
        }
    }
}
