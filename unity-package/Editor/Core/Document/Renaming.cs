using System;
using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>Gives an entry another id, and says so everywhere that it is named.</summary>
    public static class Renaming
    {
        /// <summary>
        /// Renames an entry of a section with all its uses in this file. A target that is known on the model by its id keeps its
        /// name there, in `name`. Entries of other files that name it are not seen: do not rename what other tables extend.
        /// </summary>
        /// <exception cref="ArgumentException">The file has no such entry, or has one of the new id already.</exception>
        public static TableText Rename(TableText table, string section, string id, string wanted)
        {
            JsonNode entry = Entries.Find(table.Root, section, id);
            if (entry == null)
                throw new ArgumentException("this file has no entry \"" + id + "\" in " + section, "id");
            if (Entries.Find(table.Root, section, wanted) != null)
                throw new ArgumentException("there is an entry \"" + wanted + "\" in " + section + " already", "wanted");
            var splices = new List<Splice> { Replaced(entry.Find("id"), wanted) };
            foreach (JsonNode use in References.To(table.Root, section, id))
                splices.Add(Replaced(use, wanted));
            TableText renamed = table.With(splices.ToArray());
            bool named = section == "targets" && entry.Find("name") == null && IsKnownByName(entry);
            return named ? renamed.Set(entry.Pointer + "/name", JsonValue.Of(id)) : renamed;
        }

        static bool IsKnownByName(JsonNode target)
        {
            JsonNode kind = target.Find("kind");
            string known = kind == null ? "morph" : kind.Text;
            return known == "morph" || known == "expression" || known == "sprite" || known == "event";
        }

        // In a `set` it is the name of a property: the node begins with it.
        static Splice Replaced(JsonNode use, string wanted)
        {
            bool isName = !use.IsText;
            string written = JsonWriter.Quoted(wanted);
            if (!isName)
                return new Splice(use.ValueStart, use.End, written);
            int end = use.Start + 1;
            string text = use.Source.Text;
            while (text[end] != '"')
                end += text[end] == '\\' ? 2 : 1;
            return new Splice(use.Start, end + 1, written);
        }
    }
}
