using System;

namespace Koekata.Mapping
{
    /// <summary>The types of JSON Schema.</summary>
    internal static class Kinds
    {
        internal static string Of(JsonNode node)
        {
            switch (node.Kind)
            {
                case JsonKind.Boolean:
                    return "boolean";
                case JsonKind.Number:
                    return node.Number == Math.Floor(node.Number) ? "integer" : "number";
                case JsonKind.Text:
                    return "string";
                case JsonKind.Array:
                    return "array";
                default:
                    return node.IsObject ? "object" : "null";
            }
        }

        internal static string Describe(string kind)
        {
            switch (kind)
            {
                case "object":
                    return "an object {...}";
                case "array":
                    return "a list [...]";
                case "string":
                    return "a text in quotes";
                case "number":
                    return "a number";
                case "integer":
                    return "an integer";
                default:
                    return kind == "boolean" ? "true or false" : "null";
            }
        }
    }
}
