using System;
using System.Globalization;
using System.Text;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>Writes JSON as Python's json.dumps does, whose tables these are: one line, characters of any script as they are.</summary>
    internal static class JsonWriter
    {
        const string Escaped = "\"\\\b\f\n\r\t";
        const string Escapes = "\"\\bfnrt";

        internal static string Line(JsonValue value)
        {
            var text = new StringBuilder();
            Write(text, value);
            return text.ToString();
        }

        internal static string Quoted(string text)
        {
            var found = new StringBuilder("\"");
            foreach (char c in text)
            {
                int known = Escaped.IndexOf(c);
                if (known >= 0)
                    found.Append('\\').Append(Escapes[known]);
                else if (c < ' ')
                    found.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                else
                    found.Append(c);
            }
            return found.Append('"').ToString();
        }

        /// <summary>The shortest text that is read as the same number.</summary>
        internal static string Number(double value, bool fractional)
        {
            if (!Numbers.IsFinite(value))
                throw new ArgumentException("JSON has no such number", "value");
            if (value == Math.Floor(value) && Math.Abs(value) < 1e15)
                return value.ToString(fractional ? "0.0" : "0", CultureInfo.InvariantCulture);
            string text = Numbers.Plain(value);
            return text.IndexOf('E') < 0 ? text : Spelled(text);
        }

        // "R" writes 1E-05 where JSON of other writers has 1e-05, and 0.0001 where both agree.
        static string Spelled(string text)
        {
            return text.Replace("E", "e");
        }

        static void Write(StringBuilder text, JsonValue value)
        {
            switch (value.Kind)
            {
                case JsonKind.Object:
                    WriteObject(text, value);
                    break;
                case JsonKind.Array:
                    WriteList(text, value);
                    break;
                case JsonKind.Text:
                    text.Append(Quoted(value.Text));
                    break;
                case JsonKind.Number:
                    text.Append(Number(value.Number, value.Fractional));
                    break;
                case JsonKind.Boolean:
                    text.Append(value.Flag ? "true" : "false");
                    break;
                default:
                    text.Append("null");
                    break;
            }
        }

        static void WriteObject(StringBuilder text, JsonValue value)
        {
            string gap = "{";
            foreach (string name in value.Names)
            {
                text.Append(gap).Append(Quoted(name)).Append(": ");
                Write(text, value[name]);
                gap = ", ";
            }
            text.Append(value.Names.Count == 0 ? "{}" : "}");
        }

        static void WriteList(StringBuilder text, JsonValue value)
        {
            string gap = "[";
            foreach (JsonValue item in value.Items)
            {
                text.Append(gap);
                Write(text, item);
                gap = ", ";
            }
            text.Append(value.Items.Count == 0 ? "[]" : "]");
        }
    }
}
