using System;
using System.Collections.Generic;
using System.Linq;

namespace Koekata.Editing
{
    /// <summary>
    /// One or several names as a line of text, "a, b", and back. A source that says more than its name, such as a weight, keeps
    /// what it says while its name stays.
    /// </summary>
    public static class NameList
    {
        /// <summary>The names with commas between them.</summary>
        public static string Text(JsonValue value)
        {
            return value == null ? "" : string.Join(", ", Parts(value).Select(NameOf).ToArray());
        }

        /// <summary>The value of a line; null where the line is empty. One name is no list.</summary>
        public static JsonValue Value(string line, JsonValue before)
        {
            List<string> names = line.Split(',').Select(name => name.Trim()).Where(name => name.Length > 0).ToList();
            if (names.Count == 0)
                return null;
            List<JsonValue> known = before == null ? new List<JsonValue>() : Parts(before).ToList();
            List<JsonValue> parts = names.ConvertAll(name => Take(known, name));
            bool wasList = before != null && before.Items != null;
            if (parts.Count == 1 && !wasList)
                return parts[0];
            JsonValue list = JsonValue.NewList();
            list.Items.AddRange(parts);
            return list;
        }

        static JsonValue Take(List<JsonValue> known, string name)
        {
            JsonValue found = known.Find(part => NameOf(part) == name);
            known.Remove(found);
            return found == null ? JsonValue.Of(name) : found.Copy();
        }

        static IEnumerable<JsonValue> Parts(JsonValue value)
        {
            return value.Items ?? new List<JsonValue> { value };
        }

        static string NameOf(JsonValue part)
        {
            if (part.AsText != null)
                return part.AsText;
            JsonValue name = part.IsObject ? part["of"] ?? part["target"] : null;
            return name == null ? "" : name.AsText;
        }
    }
}
