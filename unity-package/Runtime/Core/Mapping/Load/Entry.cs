namespace Koekata.Mapping
{
    /// <summary>One entry after extending.</summary>
    internal sealed class Entry
    {
        internal readonly string Id;

        /// <summary>Each from the file that stated it last, without `id` and `note`.</summary>
        internal readonly JsonObject Properties = new JsonObject();

        /// <summary>Where it was last written.</summary>
        internal JsonNode Node;

        internal Entry(string id)
        {
            Id = id;
        }

        /// <summary>The property, null where it is not stated.</summary>
        internal JsonNode Find(string name)
        {
            return Properties.Find(name);
        }
    }
}
