using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Makes rules of the schema's JSON.</summary>
    internal static class SchemaReader
    {
        const string Definitions = "#/$defs/";

        internal static Schema Read(JsonNode node)
        {
            var schema = new Schema
            {
                Reference = Text(node, "$ref"),
                Type = Text(node, "type"),
                Closed = IsFalse(node.Find("additionalProperties")),
                Enum = node.Find("enum") == null ? null : Texts(node, "enum"),
                HasPattern = node.Find("pattern") != null,
                Unique = node.Find("uniqueItems") != null,
                Constant = node.Find("const"),
                Default = node.Find("default"),
                Required = Texts(node, "required"),
            };
            if (schema.Reference != null)
                schema.Reference = schema.Reference.Substring(Definitions.Length);
            ReadLimits(node, schema);
            ReadChildren(node, schema);
            return schema;
        }

        static void ReadLimits(JsonNode node, Schema schema)
        {
            schema.MinItems = Count(node, "minItems");
            schema.MaxItems = Count(node, "maxItems");
            schema.MinLength = Count(node, "minLength");
            schema.MaxLength = Count(node, "maxLength");
            schema.MinProperties = Count(node, "minProperties");
            schema.MaxProperties = Count(node, "maxProperties");
            schema.Minimum = Number(node, "minimum");
            schema.Maximum = Number(node, "maximum");
        }

        static void ReadChildren(JsonNode node, Schema schema)
        {
            JsonNode properties = node.Find("properties"), others = node.Find("additionalProperties");
            JsonNode branches = node.Find("oneOf"), items = node.Find("items");
            if (properties != null)
                foreach (string name in properties.Members.Names)
                {
                    schema.Names.Add(name);
                    schema.Properties[name] = Read(properties.Members[name]);
                }
            if (others != null && others.IsObject)
                schema.Others = Read(others);
            if (branches != null)
                foreach (JsonNode branch in branches.Items)
                    schema.OneOf.Add(Read(branch));
            if (items != null)
                schema.Items = Read(items);
        }

        static bool IsFalse(JsonNode node)
        {
            return node != null && node.Kind == JsonKind.Boolean && !node.Flag;
        }

        static string Text(JsonNode node, string name)
        {
            JsonNode found = node.Find(name);
            return found == null ? null : found.Text;
        }

        static List<string> Texts(JsonNode node, string name)
        {
            JsonNode found = node.Find(name);
            return found == null ? new List<string>() : found.Items.ConvertAll(item => item.Text);
        }

        static int? Count(JsonNode node, string name)
        {
            JsonNode found = node.Find(name);
            return found == null ? (int?)null : (int)found.Number;
        }

        static double? Number(JsonNode node, string name)
        {
            JsonNode found = node.Find(name);
            return found == null ? (double?)null : found.Number;
        }
    }
}
