using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>One rule of the schema: the part of JSON Schema that mappings/schema/table.json uses.</summary>
    internal sealed class Schema
    {
        internal static readonly Schema Anything = new Schema();

        /// <summary>Name of the definition that stands for this one, or null.</summary>
        internal string Reference;

        /// <summary>Name of the type, or null.</summary>
        internal string Type;

        internal Dictionary<string, Schema> Properties = new Dictionary<string, Schema>();
        internal List<string> Names = new List<string>();
        internal List<string> Required = new List<string>();

        /// <summary>Whether only <see cref="Properties"/> may stand in an object.</summary>
        internal bool Closed;

        /// <summary>The rule for properties that are not named, or null.</summary>
        internal Schema Others;

        internal List<Schema> OneOf = new List<Schema>();
        internal List<string> Enum;
        internal Schema Items = Anything;
        internal int? MinItems, MaxItems, MinLength, MaxLength, MinProperties, MaxProperties;
        internal double? Minimum, Maximum;
        internal bool HasPattern;
        internal bool Unique;
        internal JsonNode Constant;
        internal JsonNode Default;
    }
}
