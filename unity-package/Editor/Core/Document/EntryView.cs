using System.Collections.Generic;

namespace Koekata.Editing
{
    /// <summary>One entry of a table after extending, for people who look at it.</summary>
    public sealed class EntryView
    {
        internal EntryView(string section, string id, string file, bool own, string pointer, JsonValue properties)
        {
            Section = section;
            Id = id;
            File = file;
            Own = own;
            Pointer = pointer;
            Properties = properties;
        }

        /// <summary>`rows`, `signals` and so on.</summary>
        public string Section { get; private set; }

        /// <summary>Its id.</summary>
        public string Id { get; private set; }

        /// <summary>The file that wrote it last.</summary>
        public string File { get; private set; }

        /// <summary>Whether the table that is edited has it, be it only to change something.</summary>
        public bool Own { get; private set; }

        /// <summary>Where it stands in its file.</summary>
        public string Pointer { get; private set; }

        /// <summary>All that it states, those of the tables below included; without its id.</summary>
        public JsonValue Properties { get; private set; }

        /// <summary>A text; empty where it is not stated or is something else.</summary>
        public string Text(string property)
        {
            JsonValue found = Properties[property];
            return found == null || found.AsText == null ? "" : found.AsText;
        }

        /// <summary>A number, or what stands for it.</summary>
        public double Number(string property, double otherwise)
        {
            JsonValue found = Properties[property];
            return found == null || double.IsNaN(found.AsNumber) ? otherwise : found.AsNumber;
        }

        /// <summary>The sources of `from`, by name.</summary>
        public IList<string> Sources()
        {
            return Names("from", "of");
        }

        /// <summary>One or several names, such as those of `while`.</summary>
        public IList<string> Names(string property, string inside = "id")
        {
            var found = new List<string>();
            JsonValue value = Properties[property];
            if (value == null)
                return found;
            IList<JsonValue> parts = value.Items ?? new List<JsonValue> { value };
            foreach (JsonValue part in parts)
                found.Add(part.AsText ?? (part[inside] == null ? "" : part[inside].AsText));
            return found;
        }
    }
}
