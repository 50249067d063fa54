using System.Collections.Generic;

namespace Koekata.Editing
{
    /// <summary>A property that an entry may have, as the schema tells it.</summary>
    public sealed class FieldRule
    {
        internal FieldRule(string name, FieldKind kind, JsonValue schema)
        {
            Name = name;
            Kind = kind;
            Title = Text(schema, "title", name);
            Description = Text(schema, "description", "");
            Default = schema["default"];
            Words = new List<string>();
            Convention.Texts(schema["enum"], Words);
        }

        /// <summary>As it stands in a table; what stands within something has its path, such as `wink/on`.</summary>
        public string Name { get; private set; }

        /// <summary>How many things it stands within.</summary>
        public int Depth
        {
            get { return Name.Split('/').Length - 1; }
        }

        /// <summary>How it is edited.</summary>
        public FieldKind Kind { get; private set; }

        /// <summary>Its name for people.</summary>
        public string Title { get; private set; }

        /// <summary>What it does.</summary>
        public string Description { get; private set; }

        /// <summary>What counts where it is not stated; null where that depends.</summary>
        public JsonValue Default { get; private set; }

        /// <summary>The words that it may be.</summary>
        public List<string> Words { get; private set; }

        static string Text(JsonValue schema, string name, string otherwise)
        {
            return schema[name] == null ? otherwise : schema[name].AsText;
        }
    }
}
