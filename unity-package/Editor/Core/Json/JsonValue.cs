using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>A JSON value that can be changed, and written as the tables of Koekata are written.</summary>
    public sealed class JsonValue
    {
        readonly List<string> names;
        readonly Dictionary<string, JsonValue> members;

        internal readonly JsonKind Kind;
        internal readonly string Text;
        internal readonly double Number;
        internal readonly bool Flag;

        /// <summary>The entries of a list; null of anything else.</summary>
        public readonly List<JsonValue> Items;

        JsonValue(JsonKind kind, string text, double number, bool flag)
        {
            Kind = kind;
            Text = text;
            Number = number;
            Flag = flag;
            if (kind == JsonKind.Array)
                Items = new List<JsonValue>();
            if (kind != JsonKind.Object)
                return;
            names = new List<string>();
            members = new Dictionary<string, JsonValue>();
        }

        /// <summary>Whether whole numbers are written as 1.0.</summary>
        internal bool Fractional { get; private set; }

        /// <summary>The names of an object's properties, in order; null of anything else.</summary>
        public IList<string> Names
        {
            get { return names; }
        }

        /// <summary>The text; null of anything else.</summary>
        public string AsText
        {
            get { return Text; }
        }

        /// <summary>The number; NaN of anything else.</summary>
        public double AsNumber
        {
            get { return Kind == JsonKind.Number ? Number : double.NaN; }
        }

        /// <summary>Whether it is true; false of anything else.</summary>
        public bool AsFlag
        {
            get { return Kind == JsonKind.Boolean && Flag; }
        }

        /// <summary>Whether it is an object.</summary>
        public bool IsObject
        {
            get { return Kind == JsonKind.Object; }
        }

        /// <summary>A property of an object, null where it is missing. Setting one again keeps its place.</summary>
        public JsonValue this[string name]
        {
            get
            {
                JsonValue found;
                return members != null && members.TryGetValue(name, out found) ? found : null;
            }
            set
            {
                if (!members.ContainsKey(name))
                    names.Add(name);
                members[name] = value;
            }
        }

        /// <summary>A text.</summary>
        public static JsonValue Of(string text)
        {
            return new JsonValue(JsonKind.Text, text, 0.0, false);
        }

        /// <summary>A number, which must be finite.</summary>
        public static JsonValue Of(double number)
        {
            return new JsonValue(JsonKind.Number, null, number, false);
        }

        /// <summary>True or false.</summary>
        public static JsonValue Of(bool flag)
        {
            return new JsonValue(JsonKind.Boolean, null, 0.0, flag);
        }

        /// <summary>A list of texts.</summary>
        public static JsonValue Of(IEnumerable<string> texts)
        {
            JsonValue found = NewList();
            foreach (string text in texts)
                found.Items.Add(Of(text));
            return found;
        }

        /// <summary>A list of numbers.</summary>
        public static JsonValue Of(IEnumerable<double> numbers)
        {
            JsonValue found = NewList();
            foreach (double number in numbers)
                found.Items.Add(Of(number));
            return found;
        }

        /// <summary>An empty list.</summary>
        public static JsonValue NewList()
        {
            return new JsonValue(JsonKind.Array, null, 0.0, false);
        }

        /// <summary>An object without properties.</summary>
        public static JsonValue NewObject()
        {
            return new JsonValue(JsonKind.Object, null, 0.0, false);
        }

        /// <summary>Takes a property away; false where it is not there.</summary>
        public bool Remove(string name)
        {
            return members.Remove(name) && names.Remove(name);
        }

        /// <summary>A value of which no part is shared.</summary>
        public JsonValue Copy()
        {
            var copy = new JsonValue(Kind, Text, Number, Flag) { Fractional = Fractional };
            if (names != null)
                foreach (string name in names)
                    copy[name] = members[name].Copy();
            if (Items != null)
                foreach (JsonValue item in Items)
                    copy.Items.Add(item.Copy());
            return copy;
        }

        /// <summary>In one line, with a space behind every comma and colon.</summary>
        public override string ToString()
        {
            return JsonWriter.Line(this);
        }

        internal static JsonValue From(JsonNode node, bool fractional = false)
        {
            var found = new JsonValue(node.Kind, node.Text, node.Number, node.Flag) { Fractional = fractional };
            if (node.IsObject)
                foreach (string name in node.Members.Names)
                    found[name] = From(node.Members[name], fractional);
            if (node.IsArray)
                foreach (JsonNode item in node.Items)
                    found.Items.Add(From(item, fractional));
            return found;
        }
    }
}
