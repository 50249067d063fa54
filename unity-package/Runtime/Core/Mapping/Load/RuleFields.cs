namespace Koekata.Mapping
{
    /// <summary>What an object within `eyes` or `lost` states, and the default of what it does not.</summary>
    internal sealed class RuleFields
    {
        readonly Schema schema;
        readonly JsonNode node;

        internal RuleFields(Schema schema, JsonNode node)
        {
            this.schema = schema;
            this.node = node;
        }

        internal JsonNode this[string name]
        {
            get { return node.Find(name) ?? schema.Properties[name].Default; }
        }

        internal double Number(string name)
        {
            return this[name].Number;
        }

        internal RuleFields Inner(string name)
        {
            return new RuleFields(schema.Properties[name], this[name]);
        }
    }
}
