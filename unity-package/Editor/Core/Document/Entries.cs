using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>The entries of the sections of one file.</summary>
    internal static class Entries
    {
        /// <summary>The entry of a section with an id; null where the file has none.</summary>
        internal static JsonNode Find(JsonNode root, string section, string id)
        {
            JsonNode list = root.Find(section);
            return list != null && list.IsArray ? list.Items.Find(entry => IdOf(entry) == id) : null;
        }

        /// <summary>The id of an entry; null where it states none.</summary>
        internal static string IdOf(JsonNode entry)
        {
            JsonNode id = entry.Find("id");
            return id != null && id.IsText ? id.Text : null;
        }
    }
}
