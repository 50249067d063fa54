using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Checks for what cannot stand together in conditions, rows, switches and groups: the code `impossible`.</summary>
    internal static class TogetherCheck
    {
        internal static void Check(Merged merged)
        {
            foreach (Entry entry in merged["conditions"])
                CheckCondition(merged.Fields("condition", entry));
            foreach (Entry entry in merged["targets"])
                TargetCheck.Check(entry, merged.Fields("target", entry));
            foreach (Entry row in merged["rows"])
                CheckPriority(merged, merged.Fields("row", row));
            CheckSwitches(merged);
            foreach (Entry group in merged["groups"])
                CheckMembers(merged, group);
        }

        static void CheckCondition(Fields fields)
        {
            if (fields.Flag("trigger"))
                foreach (string name in new[] { "when", "on", "off" })
                    NoteUseless(fields, name, "a trigger, which is fired by name");
            else if (fields.Number("duration") != 0.0)
                NoteUseless(fields, "duration", "a condition with a threshold");
        }

        static void NoteUseless(Fields fields, string name, string whose)
        {
            if (!fields.Has(name))
                return;
            string message = "\"" + name + "\" says nothing for " + whose;
            fields.Nodes[name].Fault(FaultCode.Impossible, message, "Remove \"" + name + "\", or \"trigger\".");
        }

        static void CheckPriority(Merged merged, Fields row)
        {
            if (row.Number("priority") == 0.0 || !row.Has("to"))
                return;
            Entry target = merged["targets"].Find(row.Text("to"));
            if (target != null && merged.Fields("target", target).Text("combine") == "override")
                return;
            string message = "\"" + row.Text("to") + "\" does not combine by override, so that a priority says nothing";
            const string remedy = "Declare it in `targets` with \"combine\": \"override\", or remove the priority.";
            row.Nodes["priority"].Fault(FaultCode.Impossible, message, remedy);
        }

        static void CheckSwitches(Merged merged)
        {
            var owner = new Dictionary<string, string>();
            foreach (Entry entry in merged["switches"])
                foreach (JsonObject choice in References.Choices(entry))
                    foreach (KeyValuePair<string, JsonNode> pose in References.Poses(choice))
                        CheckOwner(owner, entry.Id, pose);
            foreach (Entry row in merged["rows"])
            {
                JsonNode to = row.Find("to");
                if (to == null || !owner.ContainsKey(to.Text))
                    continue;
                string message = "\"" + to.Text + "\" belongs to the switch \"" + owner[to.Text] + "\"";
                to.Fault(FaultCode.Impossible, message, "Drive another target, or remove it from the switch.");
            }
        }

        static void CheckOwner(Dictionary<string, string> owner, string id, KeyValuePair<string, JsonNode> pose)
        {
            if (!owner.ContainsKey(pose.Key))
                owner[pose.Key] = id;
            if (owner[pose.Key] == id)
                return;
            string message = "\"" + pose.Key + "\" already belongs to the switch \"" + owner[pose.Key] + "\"";
            pose.Value.Fault(FaultCode.Impossible, message, "Give the target to one switch.");
        }

        static void CheckMembers(Merged merged, Entry group)
        {
            var seen = new HashSet<string>();
            foreach (JsonNode member in References.Members(group))
            {
                string name = "\"" + member.Text + "\"", kind = KindOf(merged, member.Text);
                if (kind == "bone" || kind == "uv" || kind == "sprite" || kind == "event")
                    member.Fault(
                        FaultCode.Impossible, name + " is a " + kind + ", which shares no limit", "Take it out of the group.");
                if (!seen.Add(member.Text))
                    member.Fault(FaultCode.DuplicateId, name + " stands twice in this group", "Keep one of them.");
            }
        }

        static string KindOf(Merged merged, string target)
        {
            Entry entry = merged["targets"].Find(target);
            if (entry != null)
                return merged.Fields("target", entry).Text("kind");
            return merged.Fields("table", merged.Properties).Text("implicit_target");
        }
    }
}
