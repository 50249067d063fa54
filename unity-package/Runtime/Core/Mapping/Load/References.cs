using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>What names what in a table. Each node found holds a name as its text.</summary>
    internal static class References
    {
        /// <summary>The names of a formula's sources.</summary>
        internal static IEnumerable<JsonNode> Sources(JsonObject nodes, string name = "from")
        {
            foreach (JsonNode node in Fields.Listed(nodes.Find(name)))
                yield return node.Find("of") ?? node;
        }

        /// <summary>The choices of a switch.</summary>
        internal static IEnumerable<JsonObject> Choices(Entry entry)
        {
            foreach (JsonNode node in Fields.Listed(entry.Find("choices")))
                yield return node.Members;
        }

        /// <summary>Everything that has a formula.</summary>
        internal static IEnumerable<JsonObject> Formulas(Merged merged)
        {
            foreach (Entry entry in merged["signals"])
                yield return entry.Properties;
            foreach (Entry entry in merged["rows"])
                yield return entry.Properties;
            foreach (Entry entry in merged["switches"])
                foreach (JsonObject choice in Choices(entry))
                    yield return choice;
        }

        /// <summary>Targets of a `set`, each with the place where it stands.</summary>
        internal static IEnumerable<KeyValuePair<string, JsonNode>> Poses(JsonObject nodes)
        {
            JsonNode set = nodes.Find("set");
            if (set == null)
                yield break;
            foreach (string name in set.Members.Names)
                yield return new KeyValuePair<string, JsonNode>(name, set.Members[name]);
        }

        /// <summary>Members of a group.</summary>
        internal static IEnumerable<JsonNode> Members(Entry entry)
        {
            foreach (JsonNode node in Fields.Listed(entry.Find("members")))
                yield return node.Find("target") ?? node;
        }

        /// <summary>Every mention of a target, in the order of step 12 of the specification.</summary>
        internal static IEnumerable<KeyValuePair<string, JsonNode>> Targets(Merged merged)
        {
            foreach (Entry row in merged["rows"])
                if (row.Find("to") != null)
                    yield return Mention(row.Find("to"));
            foreach (Entry entry in merged["switches"])
                foreach (JsonObject choice in Choices(entry))
                    foreach (KeyValuePair<string, JsonNode> pose in Poses(choice))
                        yield return pose;
            foreach (Entry condition in merged["conditions"])
                foreach (KeyValuePair<string, JsonNode> pose in Poses(condition.Properties))
                    yield return pose;
            foreach (Entry group in merged["groups"])
                foreach (JsonNode member in Members(group))
                    yield return Mention(member);
        }

        /// <summary>Every target, declared ones first.</summary>
        internal static List<string> TargetIds(Merged merged)
        {
            var found = new List<string>(merged["targets"].Ids);
            var seen = new HashSet<string>(found);
            foreach (KeyValuePair<string, JsonNode> mention in Targets(merged))
                if (seen.Add(mention.Key))
                    found.Add(mention.Key);
            return found;
        }

        static KeyValuePair<string, JsonNode> Mention(JsonNode node)
        {
            return new KeyValuePair<string, JsonNode>(node.Text, node);
        }
    }
}
