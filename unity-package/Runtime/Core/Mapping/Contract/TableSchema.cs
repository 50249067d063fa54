using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>The rules of the form of a table. Never changes once it is read.</summary>
    internal sealed class TableSchema
    {
        readonly Dictionary<string, Schema> definitions = new Dictionary<string, Schema>();

        internal readonly Schema Table;

        internal TableSchema()
        {
            JsonNode root = JsonReader.Read(new SourceText("schema", ContractData.Schema));
            Table = SchemaReader.Read(root);
            JsonObject parts = root.Find("$defs").Members;
            foreach (string name in parts.Names)
                definitions[name] = SchemaReader.Read(parts[name]);
        }

        /// <summary>A definition, such as "row".</summary>
        internal Schema Definition(string name)
        {
            return name == "table" ? Table : definitions[name];
        }

        internal Schema Resolved(Schema schema)
        {
            return schema.Reference == null ? schema : definitions[schema.Reference];
        }

        /// <summary>The default of a property of an entry, null where it has none of its own.</summary>
        internal JsonNode DefaultOf(string kind, string name)
        {
            return Definition(kind).Properties[name].Default;
        }

        /// <summary>The rule of an object of `eyes` or `lost` that stands as its last branch, or as itself.</summary>
        internal Schema RuleOf(string kind, string name)
        {
            Schema property = Definition(kind).Properties[name];
            return property.OneOf.Count > 0 ? property.OneOf[property.OneOf.Count - 1] : property;
        }
    }
}
