namespace Koekata.Mapping
{
    /// <summary>What an entry must have once all files of a chain are put together.</summary>
    internal static class RequiredCheck
    {
        internal static void Check(Merged merged)
        {
            foreach (Entry entry in merged["rows"])
                Require(entry, "", "to");
            foreach (Entry entry in merged["switches"])
                Require(entry, "", "choices");
            foreach (Entry entry in merged["groups"])
                Require(entry, "", "members");
            foreach (Entry entry in merged["conditions"])
                CheckCondition(entry, merged.Fields("condition", entry));
            foreach (Entry entry in merged["targets"])
                CheckTarget(entry, merged.Fields("target", entry).Text("kind"));
        }

        static void CheckCondition(Entry entry, Fields fields)
        {
            if (fields.Has("when") || fields.Flag("trigger"))
                return;
            const string remedy = "Add \"when\" with a source, or \"trigger\": true for what a hotkey fires.";
            string message = "\"" + entry.Id + "\" has neither \"when\" nor \"trigger\"";
            entry.Node.Fault(FaultCode.MissingProperty, message, remedy);
        }

        static void CheckTarget(Entry entry, string kind)
        {
            string whose = " of a target of the kind " + kind;
            switch (kind)
            {
                case "bone":
                    Require(entry, whose, "bone", "property", "axis");
                    break;
                case "material":
                    Require(entry, whose, "material", "property");
                    break;
                case "uv":
                    Require(entry, whose, "material", "axis");
                    break;
                case "sprite":
                    Require(entry, whose, "count");
                    break;
            }
        }

        static void Require(Entry entry, string whose, params string[] names)
        {
            foreach (string name in names)
            {
                if (entry.Find(name) != null)
                    continue;
                string message = "\"" + name + "\"" + whose + " is missing in \"" + entry.Id + "\"";
                string remedy = "Add \"" + name + "\"; or is the id of the extended table's entry spelt otherwise?";
                entry.Node.Fault(FaultCode.MissingProperty, message, remedy);
            }
        }
    }
}
