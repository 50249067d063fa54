using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>One value of a document, and where it stands.</summary>
    internal sealed class JsonNode
    {
        internal readonly string Pointer;
        internal readonly SourceText Source;

        /// <summary>Offset in the text; that of its name for a property of an object.</summary>
        internal readonly int Start;

        /// <summary>Offset of the value itself.</summary>
        internal int ValueStart;

        /// <summary>Offset behind the value.</summary>
        internal int End;

        internal JsonKind Kind;
        internal JsonObject Members;
        internal List<JsonNode> Items;
        internal string Text;
        internal double Number;
        internal bool Flag;

        /// <summary>Whether it is a number that a double cannot hold, which was told and has no value to look at.</summary>
        internal bool Unknown;

        internal JsonNode(SourceText source, int start, string pointer)
        {
            Source = source;
            Start = start;
            Pointer = pointer;
        }

        internal bool IsObject
        {
            get { return Kind == JsonKind.Object; }
        }

        internal bool IsArray
        {
            get { return Kind == JsonKind.Array; }
        }

        internal bool IsText
        {
            get { return Kind == JsonKind.Text; }
        }

        internal bool IsNumber
        {
            get { return Kind == JsonKind.Number; }
        }

        /// <summary>A property of an object; null where it is missing, and of anything else.</summary>
        internal JsonNode Find(string name)
        {
            return IsObject ? Members.Find(name) : null;
        }

        /// <summary>Notes a fault of this value.</summary>
        internal void Fault(string code, string message, string remedy)
        {
            Source.Fault(code, Start, Pointer, message, remedy);
        }
    }
}
