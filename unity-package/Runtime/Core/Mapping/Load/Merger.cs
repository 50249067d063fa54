using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Puts the tables of a chain together; faults go to the sources of the nodes.</summary>
    internal static class Merger
    {
        internal static Merged Merge(List<JsonNode> roots, TableContract contract)
        {
            var merged = new Merged(contract);
            foreach (JsonNode root in roots)
            {
                merged.Files.Add(root.Source.File);
                foreach (string name in root.Members.Names)
                    MergeProperty(merged, name, root.Members[name]);
            }
            return merged;
        }

        static void MergeProperty(Merged merged, string name, JsonNode node)
        {
            if (merged.Sections.ContainsKey(name))
                MergeSection(merged[name], node.Items);
            else if (name == "eyes")
                Update(merged.Eyes, node.Members);
            else if (name == "lost")
                Update(merged.Lost, node.Members);
            else if (name == "metadata")
                Update(merged.Metadata, node.Members);
            else
                merged.Properties[name] = node;
        }

        static void Update(JsonObject whole, JsonObject changes)
        {
            foreach (string name in changes.Names)
                whole[name] = changes[name];
        }

        static void MergeSection(Section section, List<JsonNode> nodes)
        {
            var here = new HashSet<string>();
            foreach (JsonNode node in nodes)
            {
                JsonNode id = node.Members["id"];
                if (!here.Add(id.Text))
                {
                    string message = "\"" + id.Text + "\" stands twice in this section";
                    id.Fault(FaultCode.DuplicateId, message, "Give one of them another id.");
                }
                else if (node.Members.Has("remove"))
                    Remove(section, id.Text, node);
                else
                    Change(section.FindOrAdd(id.Text), node);
            }
        }

        static void Change(Entry entry, JsonNode node)
        {
            entry.Node = node;
            foreach (string name in node.Members.Names)
                if (name != "id" && name != "note")
                    entry.Properties[name] = node.Members[name];
        }

        static void Remove(Section section, string id, JsonNode node)
        {
            foreach (string name in node.Members.Names)
                if (name != "id" && name != "note" && name != "remove")
                    NoteBesideRemove(node.Members[name]);
            node.Members.Unknown.ForEach(NoteBesideRemove);
            if (section.Remove(id))
                return;
            string remedy = node.Source.DidYouMean(id, section.Ids) + "Only what the extended table has can be removed.";
            node.Fault(FaultCode.UnknownId, "there is no \"" + id + "\" to remove", remedy);
        }

        static void NoteBesideRemove(JsonNode node)
        {
            node.Fault(FaultCode.Impossible, "a property stands beside \"remove\"", "Remove the entry, or change it.");
        }
    }
}
