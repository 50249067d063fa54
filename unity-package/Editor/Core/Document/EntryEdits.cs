using System;
using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>Edits of entries by their id. What a table inherits is changed by an entry of its own, as `extends` has it.</summary>
    public static class EntryEdits
    {
        /// <summary>Sets a property of an entry, which is added where the file has none of that id; null takes it away.</summary>
        public static TableText SetProperty(TableText table, string section, string id, string property, JsonValue value)
        {
            JsonNode entry = Entries.Find(table.Root, section, id);
            if (entry == null && value == null)
                return table;
            if (entry == null)
                return Add(table, section, New(id, property, value));
            string pointer = entry.Pointer + "/" + Pointers.Escaped(property);
            return value == null ? table.Remove(pointer) : table.Set(pointer, value);
        }

        /// <summary>Puts an entry at the end of its section.</summary>
        public static TableText Add(TableText table, string section, JsonValue entry)
        {
            return table.Insert("/" + section, table.Count("/" + section), entry);
        }

        /// <summary>Puts an entry behind another one of the file, or at the end where that is of another file.</summary>
        public static TableText AddBehind(TableText table, string section, string id, JsonValue entry)
        {
            int place = PlaceOf(table, section, id);
            return place < 0 ? Add(table, section, entry) : table.Insert("/" + section, place + 1, entry);
        }

        /// <summary>
        /// Takes an entry away. One that a table below has is removed by `{"id": ..., "remove": true}`, as <paramref name="inherited"/>
        /// says; one of the own file only goes.
        /// </summary>
        public static TableText Remove(TableText table, string section, string id, bool inherited)
        {
            JsonNode entry = Entries.Find(table.Root, section, id);
            TableText without = entry == null ? table : table.Remove(entry.Pointer);
            return inherited ? Add(without, section, New(id, "remove", JsonValue.Of(true))) : without;
        }

        /// <summary>Moves an entry of the file up or down among those of the file.</summary>
        public static TableText Move(TableText table, string section, string id, int steps)
        {
            int place = PlaceOf(table, section, id);
            int last = table.Count("/" + section) - 1;
            int wanted = Math.Max(0, Math.Min(last, place + steps));
            return place < 0 ? table : table.Move("/" + section, place, wanted);
        }

        /// <summary>The id, or with a number that no entry of the outline has.</summary>
        public static string FreeId(IEnumerable<EntryView> entries, string wanted)
        {
            var taken = new HashSet<string>();
            foreach (EntryView entry in entries)
                taken.Add(entry.Id);
            string found = wanted;
            for (int count = 2; taken.Contains(found); count++)
                found = wanted + " " + Numbers.Plain(count);
            return found;
        }

        static int PlaceOf(TableText table, string section, string id)
        {
            JsonNode list = table.Root.Find(section);
            return list == null || !list.IsArray ? -1 : list.Items.FindIndex(entry => Entries.IdOf(entry) == id);
        }

        static JsonValue New(string id, string property, JsonValue value)
        {
            JsonValue entry = JsonValue.NewObject();
            entry["id"] = JsonValue.Of(id);
            entry[property] = value;
            return entry;
        }
    }
}
