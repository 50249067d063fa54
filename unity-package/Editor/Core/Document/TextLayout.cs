using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>
    /// Puts entries into an object or a list, and takes them out, as a careful person would: on a line of their own where their
    /// neighbours have one, with the neighbours' indent and line ends.
    /// </summary>
    internal sealed class TextLayout
    {
        readonly string text;

        internal TextLayout(string text)
        {
            this.text = text;
        }

        /// <summary>Puts an entry at a place among the parts of <paramref name="holder"/>.</summary>
        internal Splice Insert(JsonNode holder, IList<JsonNode> parts, int place, string entry)
        {
            if (parts.Count == 0)
                return Alone(holder, entry);
            string gap = Gap(holder, parts);
            if (place < parts.Count)
                return At(parts[place].Start, entry + "," + (gap.Length == 0 ? " " : gap));
            return At(parts[parts.Count - 1].End, "," + (gap.Length == 0 ? " " : gap) + entry);
        }

        /// <summary>Takes an entry away, with the comma and the line that it had.</summary>
        internal static Splice Remove(JsonNode holder, IList<JsonNode> parts, int place)
        {
            if (parts.Count == 1)
                return new Splice(holder.ValueStart + 1, holder.End - 1, "");
            if (place + 1 < parts.Count)
                return new Splice(parts[place].Start, parts[place + 1].Start, "");
            return new Splice(parts[place - 1].End, parts[place].End, "");
        }

        /// <summary>What stands between the opening bracket, or a comma, and the entry behind it.</summary>
        string Gap(JsonNode holder, IList<JsonNode> parts)
        {
            if (parts.Count > 1)
            {
                string between = text.Substring(parts[0].End, parts[1].Start - parts[0].End);
                return between.Substring(between.IndexOf(',') + 1);
            }
            return text.Substring(holder.ValueStart + 1, parts[0].Start - holder.ValueStart - 1);
        }

        Splice Alone(JsonNode holder, string entry)
        {
            string line = LineEnd();
            string indent = Indent(holder.ValueStart);
            // Only the table itself and its sections have a line for each entry.
            bool ownLine = holder.Pointer.Length == 0 || (holder.IsArray && holder.Pointer.LastIndexOf('/') == 0);
            string inside = ownLine ? line + indent + "  " + entry + line + indent : entry;
            return new Splice(holder.ValueStart + 1, holder.End - 1, inside);
        }

        static Splice At(int offset, string inserted)
        {
            return new Splice(offset, offset, inserted);
        }

        string LineEnd()
        {
            int end = text.IndexOf('\n');
            return end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
        }

        string Indent(int offset)
        {
            int start = text.LastIndexOf('\n', offset) + 1, end = start;
            while (end < text.Length && (text[end] == ' ' || text[end] == '\t'))
                end++;
            return text.Substring(start, end - start);
        }
    }
}
