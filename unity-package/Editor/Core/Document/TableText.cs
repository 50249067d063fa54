using System;
using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>
    /// The text of one mapping table. It never changes: every edit gives another one, in which all that was not touched stands
    /// as it stood, to the last space and digit. So undoing is going back to an earlier one.
    /// </summary>
    public sealed class TableText
    {
        readonly JsonNode root;
        readonly TextLayout layout;

        /// <summary>Takes a text, which must be JSON; what the table says may be wrong.</summary>
        /// <exception cref="MappingException">The text is no JSON object. JSON has no comments; `note` takes their place.</exception>
        public TableText(string text, string file = "table")
        {
            File = file;
            Text = text;
            layout = new TextLayout(text);
            // A byte order mark is no part of the language, and stays where it is.
            var source = new SourceText(file, text.StartsWith("\ufeff", StringComparison.Ordinal) ? " " + text.Substring(1) : text);
            root = JsonReader.Read(source);
            if (root != null && !root.IsObject)
                root.Fault(FaultCode.WrongType, "a table is an object", "Write { at the start.");
            if (source.Faults.Count > 0)
                throw new MappingException(file, source.Faults);
        }

        /// <summary>The name that stands in faults.</summary>
        public string File { get; private set; }

        /// <summary>The whole text.</summary>
        public string Text { get; private set; }

        internal JsonNode Root
        {
            get { return root; }
        }

        /// <summary>The value at a JSON pointer (RFC 6901); null where there is none.</summary>
        public JsonValue Find(string pointer)
        {
            JsonNode node = Pointers.Find(root, pointer);
            return node == null ? null : JsonValue.From(node);
        }

        /// <summary>How many entries the list or the object at a pointer has; 0 where there is none.</summary>
        public int Count(string pointer)
        {
            JsonNode node = Pointers.Find(root, pointer);
            return node == null ? 0 : Pointers.Parts(node).Count;
        }

        /// <summary>
        /// Sets the value at a pointer. A property that is missing is added, with the objects above it; a number keeps its spelling
        /// where its value stays.
        /// </summary>
        /// <exception cref="ArgumentException">There is nothing that could have such a part.</exception>
        public TableText Set(string pointer, JsonValue value)
        {
            JsonNode node = Pointers.Find(root, pointer);
            if (node == null)
                return Add(pointer, value);
            return JsonWriter.Line(JsonValue.From(node)) == value.ToString()
                ? this
                : With(new Splice(node.ValueStart, node.End, value.ToString()));
        }

        /// <summary>Takes the value at a pointer away; nothing happens where there is none.</summary>
        public TableText Remove(string pointer)
        {
            JsonNode node = Pointers.Find(root, pointer);
            if (node == null || pointer.Length == 0)
                return this;
            JsonNode holder = Pointers.Find(root, Pointers.Above(pointer));
            IList<JsonNode> parts = Pointers.Parts(holder);
            return With(TextLayout.Remove(holder, parts, parts.IndexOf(node)));
        }

        /// <summary>Puts an entry into the list at a pointer, which is made where it is missing.</summary>
        /// <exception cref="ArgumentException">There is something else than a list.</exception>
        public TableText Insert(string pointer, int place, JsonValue entry)
        {
            return InsertText(pointer, place, entry.ToString());
        }

        /// <summary>Moves an entry of the list at a pointer to another place, as it is written.</summary>
        public TableText Move(string pointer, int from, int to)
        {
            JsonNode entry = ListAt(pointer).Items[from];
            string written = Text.Substring(entry.ValueStart, entry.End - entry.ValueStart);
            return from == to ? this : Remove(pointer + "/" + Numbers.Plain(from)).InsertText(pointer, to, written);
        }

        /// <summary>Replaces several pieces at once; the pieces must not overlap.</summary>
        internal TableText With(params Splice[] splices)
        {
            Array.Sort(splices, (a, b) => b.Start.CompareTo(a.Start));
            string text = Text;
            foreach (Splice splice in splices)
                text = text.Substring(0, splice.Start) + splice.Text + text.Substring(splice.End);
            return new TableText(text, File);
        }

        TableText InsertText(string pointer, int place, string entry)
        {
            TableText whole = Find(pointer) == null ? Set(pointer, JsonValue.NewList()) : this;
            JsonNode list = whole.ListAt(pointer);
            return whole.With(whole.layout.Insert(list, list.Items, place, entry));
        }

        JsonNode ListAt(string pointer)
        {
            JsonNode list = Pointers.Find(root, pointer);
            if (list == null || !list.IsArray)
                throw new ArgumentException("there is no list at " + pointer, "pointer");
            return list;
        }

        TableText Add(string pointer, JsonValue value)
        {
            string above = Pointers.Above(pointer), name = Pointers.Last(pointer);
            JsonNode holder = Pointers.Find(root, above);
            if (holder == null)
                return Add(above, JsonValue.NewObject()).Set(pointer, value);
            if (!holder.IsObject)
                throw new ArgumentException("nothing at " + above + " can have a property " + name, "pointer");
            string entry = JsonWriter.Quoted(name) + ": " + value;
            return With(layout.Insert(holder, Pointers.Parts(holder), PropertyOrder.Place(holder, name), entry));
        }
    }
}
