using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>What an entry states, and the default of what it does not.</summary>
    internal sealed class Fields
    {
        internal readonly JsonObject Nodes;
        readonly TableSchema schema;
        readonly string kind;

        internal Fields(TableSchema schema, string kind, JsonObject nodes)
        {
            this.schema = schema;
            this.kind = kind;
            Nodes = nodes;
        }

        internal bool Has(string name)
        {
            return Nodes.Has(name);
        }

        /// <summary>What is stated, else the default, else null.</summary>
        internal JsonNode this[string name]
        {
            get { return Nodes.Find(name) ?? schema.DefaultOf(kind, name); }
        }

        internal double Number(string name)
        {
            return this[name].Number;
        }

        internal double NumberOr(string name, double fallback)
        {
            return Has(name) ? Nodes[name].Number : fallback;
        }

        internal string Text(string name)
        {
            return this[name].Text;
        }

        internal string TextOr(string name, string fallback)
        {
            return Has(name) ? Nodes[name].Text : fallback;
        }

        internal bool Flag(string name)
        {
            return this[name].Flag;
        }

        /// <summary>The entries of a list, or the one value that stands in place of a list; none where nothing is stated.</summary>
        internal List<JsonNode> Listed(string name)
        {
            return Listed(Nodes.Find(name));
        }

        /// <summary>The entries of a list, or the one value that stands in place of a list.</summary>
        internal static List<JsonNode> Listed(JsonNode node)
        {
            if (node == null)
                return new List<JsonNode>();
            return node.IsArray ? node.Items : new List<JsonNode> { node };
        }
    }
}
