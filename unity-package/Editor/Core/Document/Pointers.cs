using System.Collections.Generic;
using System.Globalization;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>JSON pointers (RFC 6901).</summary>
    internal static class Pointers
    {
        internal static JsonNode Find(JsonNode root, string pointer)
        {
            JsonNode node = root;
            if (pointer.Length == 0)
                return node;
            foreach (string part in pointer.Substring(1).Split('/'))
            {
                node = node == null ? null : Step(node, Plain(part));
            }
            return node;
        }

        /// <summary>The pointer of what holds the value.</summary>
        internal static string Above(string pointer)
        {
            return pointer.Substring(0, pointer.LastIndexOf('/'));
        }

        /// <summary>The last name of a pointer.</summary>
        internal static string Last(string pointer)
        {
            return Plain(pointer.Substring(pointer.LastIndexOf('/') + 1));
        }

        internal static string Escaped(string name)
        {
            return name.Replace("~", "~0").Replace("/", "~1");
        }

        /// <summary>The entries of a list, or the values of an object, as they are written.</summary>
        internal static IList<JsonNode> Parts(JsonNode node)
        {
            if (node.IsArray)
                return node.Items;
            return node.IsObject ? node.Members.Names.ConvertAll(name => node.Members[name]) : new List<JsonNode>();
        }

        static JsonNode Step(JsonNode node, string part)
        {
            if (!node.IsArray)
                return node.Find(part);
            int index;
            bool known = int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out index);
            return known && index < node.Items.Count ? node.Items[index] : null;
        }

        static string Plain(string part)
        {
            return part.Replace("~1", "/").Replace("~0", "~");
        }
    }
}
