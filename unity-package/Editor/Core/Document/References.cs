using System;
using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>Finds every place of a table that names an entry of a section.</summary>
    internal static class References
    {
        /// <summary>The nodes that name an entry: texts, and properties of a `set` whose name it is.</summary>
        internal static List<JsonNode> To(JsonNode root, string section, string id)
        {
            var found = new List<JsonNode>();
            Action<JsonNode> note = node =>
            {
                if (node != null && node.IsText && node.Text == id)
                    found.Add(node);
            };
            foreach (JsonNode entry in Holders(root))
                Visit(entry, section, id, note, found);
            return found;
        }

        /// <summary>Everything that can name something: entries of all sections, and the choices of switches.</summary>
        static IEnumerable<JsonNode> Holders(JsonNode root)
        {
            foreach (KeyValuePair<string, string> kind in Merged.Kinds)
                foreach (JsonNode entry in ItemsOf(root.Find(kind.Key)))
                {
                    yield return entry;
                    foreach (JsonNode choice in ItemsOf(entry.Find("choices")))
                        yield return choice;
                }
        }

        static void Visit(JsonNode entry, string section, string id, Action<JsonNode> note, List<JsonNode> found)
        {
            switch (section)
            {
                case "conditions":
                    Each(entry.Find("while"), note);
                    Each(entry.Find("unless"), note);
                    break;
                case "regions":
                    note(entry.Find("region"));
                    Each(entry.Find("suppress"), note);
                    break;
                case "signals":
                case "inputs":
                    EachSource(entry.Find("from"), note);
                    EachSource(entry.Find("when"), note);
                    break;
                case "targets":
                    note(entry.Find("to"));
                    EachSourceLike(entry.Find("members"), "target", note);
                    JsonNode set = entry.Find("set");
                    if (set != null && set.Find(id) != null)
                        found.Add(set.Find(id));
                    break;
            }
        }

        static void EachSource(JsonNode node, Action<JsonNode> note)
        {
            EachSourceLike(node, "of", note);
        }

        static void EachSourceLike(JsonNode node, string property, Action<JsonNode> note)
        {
            Each(node, part => note(part.IsObject ? part.Find(property) : part));
        }

        static void Each(JsonNode node, Action<JsonNode> note)
        {
            if (node == null)
                return;
            if (!node.IsArray)
                note(node);
            else
                node.Items.ForEach(note);
        }

        static IEnumerable<JsonNode> ItemsOf(JsonNode node)
        {
            return node != null && node.IsArray ? node.Items : new List<JsonNode>();
        }
    }
}
