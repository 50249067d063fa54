namespace Koekata.Editing
{
    /// <summary>What a new entry says, so that the table stays right until somebody edits it.</summary>
    public static class NewEntries
    {
        /// <summary>An entry of a section with an id.</summary>
        public static JsonValue Of(string section, string id)
        {
            JsonValue entry = JsonValue.NewObject();
            entry["id"] = JsonValue.Of(id);
            switch (section)
            {
                case "rows":
                    entry["from"] = JsonValue.Of("jawOpen");
                    entry["to"] = JsonValue.Of("jawOpen");
                    break;
                case "signals":
                    entry["from"] = JsonValue.Of("jawOpen");
                    break;
                case "conditions":
                    entry["trigger"] = JsonValue.Of(true);
                    break;
                case "switches":
                    JsonValue choice = JsonValue.NewObject();
                    choice["id"] = JsonValue.Of("rest");
                    choice["set"] = JsonValue.NewObject();
                    choice["set"][id] = JsonValue.Of(0.0);
                    entry["choices"] = JsonValue.NewList();
                    entry["choices"].Items.Add(choice);
                    break;
                case "groups":
                    entry["members"] = JsonValue.Of(new[] { id + " A", id + " B" });
                    break;
            }
            return entry;
        }
    }
}
