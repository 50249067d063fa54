using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Reads JSON strictly (RFC 8259) and remembers where every value stands.</summary>
    internal sealed class JsonReader
    {
        internal const int MaxDepth = 16;

        readonly JsonCursor cursor;
        readonly JsonStrings strings;

        JsonReader(SourceText source)
        {
            cursor = new JsonCursor(source);
            strings = new JsonStrings(cursor);
        }

        /// <summary>The value of a whole text; null where it cannot be read, and the faults of the source say why.</summary>
        internal static JsonNode Read(SourceText source)
        {
            try
            {
                return new JsonReader(source).ReadWhole();
            }
            catch (BrokenTextException)
            {
                return null;
            }
        }

        JsonNode ReadWhole()
        {
            JsonNode node = ReadValue("", 0, -1);
            cursor.Peek();
            if (!cursor.AtEnd)
                throw cursor.Broken("there is more text after the end of the table", "Remove what follows the last bracket.");
            return node;
        }

        JsonNode ReadValue(string pointer, int depth, int start)
        {
            char first = cursor.Peek();
            var node = new JsonNode(cursor.Source, start < 0 ? cursor.At : start, pointer) { ValueStart = cursor.At };
            if (first == '{' || first == '[')
                ReadNested(node, first, depth);
            else if (first == '"')
            {
                node.Kind = JsonKind.Text;
                node.Text = strings.Read();
            }
            else
                ReadScalar(node);
            node.End = cursor.At;
            return node;
        }

        void ReadNested(JsonNode node, char first, int depth)
        {
            if (depth >= MaxDepth)
                throw cursor.Broken("nested more deeply than 16", "Make it flatter.", FaultCode.TooDeep, node.Pointer);
            if (first == '{')
            {
                node.Kind = JsonKind.Object;
                node.Members = ReadObject(node.Pointer, depth);
                return;
            }
            node.Kind = JsonKind.Array;
            node.Items = ReadArray(node.Pointer, depth);
        }

        JsonObject ReadObject(string pointer, int depth)
        {
            var members = new JsonObject();
            if (IsEmpty('}'))
                return members;
            do
                ReadMember(members, pointer, depth);
            while (!Ends('}'));
            return members;
        }

        void ReadMember(JsonObject members, string pointer, int depth)
        {
            if (cursor.Peek() != '"')
                throw cursor.Broken("a property's name in quotes is expected", NameRemedy());
            int start = cursor.At;
            string name = strings.Read();
            if (cursor.Peek() != ':')
                throw cursor.Broken("a colon is expected after \"" + name + "\"", "Write \"name\": value.");
            cursor.At++;
            string here = pointer + "/" + name.Replace("~", "~0").Replace("/", "~1");
            JsonNode node = ReadValue(here, depth + 1, start);
            if (!members.Has(name))
                members[name] = node;
            else
                cursor.Source.Fault(FaultCode.DuplicateKey, start, here, "\"" + name + "\" stands twice in this object", "Keep one of them.");
        }

        List<JsonNode> ReadArray(string pointer, int depth)
        {
            var items = new List<JsonNode>();
            if (IsEmpty(']'))
                return items;
            do
                items.Add(ReadValue(pointer + "/" + Numbers.Plain(items.Count), depth + 1, -1));
            while (!Ends(']'));
            return items;
        }

        bool IsEmpty(char bracket)
        {
            cursor.At++;
            if (cursor.Peek() != bracket)
                return false;
            cursor.At++;
            return true;
        }

        bool Ends(char bracket)
        {
            char found = cursor.Peek();
            if (found != ',' && found != bracket)
                throw cursor.Broken(
                    "\",\" or \"" + bracket + "\" is expected, not " + cursor.Found(),
                    "Is a comma or a bracket missing before this?");
            cursor.At++;
            return found == bracket;
        }

        string NameRemedy()
        {
            string before = cursor.Text.Substring(0, cursor.At).TrimEnd();
            return before.EndsWith(",", System.StringComparison.Ordinal) && cursor.Here == '}'
                ? "Remove the comma after the last entry."
                : "Write \"name\": value. JSON has no comments; use \"note\".";
        }

        void ReadScalar(JsonNode node)
        {
            int end = JsonNumbers.EndOf(cursor, cursor.At);
            if (end > cursor.At)
            {
                ReadNumber(node, end);
                return;
            }
            switch (Word())
            {
                case "null":
                    node.Kind = JsonKind.Null;
                    break;
                case "true":
                case "false":
                    node.Kind = JsonKind.Boolean;
                    node.Flag = cursor.Here == 't';
                    break;
                default:
                    string what = Word().Length > 0 ? "\"" + Word() + "\"" : cursor.Found();
                    throw cursor.Broken("a value is expected, not " + what, "Texts stand in quotes; NaN and Infinity are not JSON.");
            }
            cursor.At += Word().Length;
        }

        void ReadNumber(JsonNode node, int end)
        {
            double value = JsonNumbers.Parse(cursor.Text.Substring(cursor.At, end - cursor.At));
            cursor.At = end;
            node.Kind = JsonKind.Number;
            if (!double.IsInfinity(value))
            {
                node.Number = value;
                return;
            }
            node.Unknown = true;
            node.Fault(FaultCode.NotFinite, "the number is too large for a double", "Write a smaller number.");
        }

        string Word()
        {
            int end = cursor.At;
            while (IsLetter(cursor.CharAt(end)))
                end++;
            return cursor.Text.Substring(cursor.At, end - cursor.At);
        }

        static bool IsLetter(char c)
        {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        }
    }
}
