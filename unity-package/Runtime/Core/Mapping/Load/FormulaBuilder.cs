using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Makes formulas and what they are made of.</summary>
    internal static class FormulaBuilder
    {
        internal static Formula Build(Fields fields)
        {
            JsonNode zone = fields["dead_zone"];
            return new Formula
            {
                Terms = fields.Listed("from").ConvertAll(BuildTerm).ToArray(),
                Op = Word<Operation>(fields.Text("op")),
                DeadZone = zone.IsArray ? zone.Items[0].Number : zone.Number,
                Full = zone.IsArray ? zone.Items[1].Number : 1.0,
                Invert = fields.Flag("invert"),
                Curve = fields["curve"].Items.ConvertAll(BuildKey).ToArray(),
                Gain = fields.Number("gain"),
                Offset = fields.Number("offset"),
                Clamp = BuildLimits(fields["clamp"]),
            };
        }

        internal static Term BuildTerm(JsonNode node)
        {
            if (node.IsText)
                return new Term { Of = node.Text };
            JsonNode weight = node.Find("weight"), invert = node.Find("invert"), absent = node.Find("absent");
            return new Term
            {
                Of = node.Find("of").Text,
                Weight = weight == null ? 1.0 : weight.Number,
                Invert = invert != null && invert.Flag,
                Absent = absent == null ? double.NaN : absent.Number,
            };
        }

        internal static Limits BuildLimits(JsonNode node)
        {
            return node.Items.Count == 0 ? Limits.None : new Limits(node.Items[0].Number, node.Items[1].Number);
        }

        internal static PoseValue[] BuildPose(Fields fields)
        {
            var found = new List<PoseValue>();
            foreach (KeyValuePair<string, JsonNode> pose in References.Poses(fields.Nodes))
                found.Add(new PoseValue { Target = pose.Key, Value = pose.Value.Number });
            return found.ToArray();
        }

        internal static string[] Ids(Fields fields, string name)
        {
            return fields.Listed(name).ConvertAll(node => node.Text).ToArray();
        }

        /// <summary>A word of the language, as the member of an enumeration that has its name.</summary>
        internal static T Word<T>(string word)
        {
            return (T)Enum.Parse(typeof(T), word, true);
        }

        static CurveKey BuildKey(JsonNode node)
        {
            int count = node.Items.Count;
            return new CurveKey
            {
                X = node.Items[0].Number,
                Y = node.Items[1].Number,
                SlopeIn = count > 2 ? node.Items[2].Number : double.NaN,
                SlopeOut = count > 2 ? node.Items[count - 1].Number : double.NaN,
            };
        }
    }
}
