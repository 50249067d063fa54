using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>What a table holds, with all that it extends: for lists on a screen. A table with faults of the form has none.</summary>
    public sealed class TableOutline
    {
        /// <summary>The sections in the order of the specification.</summary>
        public static readonly IList<string> Sections = new List<string>
        {
            "inputs", "signals", "conditions", "targets", "rows", "switches", "groups", "regions"
        }.AsReadOnly();

        /// <summary>What is one object, not a list of entries.</summary>
        public static readonly IList<string> Blocks = new List<string> { "eyes", "lost" }.AsReadOnly();

        readonly Dictionary<string, JsonValue> blocks = new Dictionary<string, JsonValue>();
        readonly Dictionary<string, List<EntryView>> entries = new Dictionary<string, List<EntryView>>();

        TableOutline(Merged merged, string file)
        {
            foreach (string section in Sections)
            {
                entries[section] = new List<EntryView>();
                foreach (Entry entry in merged[section])
                    entries[section].Add(View(section, entry, file));
            }
            blocks["eyes"] = Block(merged.Eyes);
            blocks["lost"] = Block(merged.Lost);
        }

        /// <summary>Puts a table together; null where its form is wrong, and the loader says why.</summary>
        public static TableOutline Of(string path, ITableFiles files)
        {
            var contract = new TableContract();
            var chain = new Chain(files, new FormCheck(contract.Schema));
            chain.Read(path);
            bool whole = chain.Roots.Count > 0 && chain.Faults().TrueForAll(IsHarmless);
            return whole ? new TableOutline(Merger.Merge(chain.Roots, contract), path) : null;
        }

        /// <summary>The entries of a section in table order.</summary>
        public IList<EntryView> Of(string section)
        {
            return entries[section].AsReadOnly();
        }

        /// <summary>An entry by its id; null where there is none.</summary>
        public EntryView Find(string section, string id)
        {
            return entries[section].Find(entry => entry.Id == id);
        }

        /// <summary>All that a block states, that of the tables below included; empty where nothing is.</summary>
        public JsonValue Block(string block)
        {
            return blocks[block];
        }

        static JsonValue Block(JsonObject properties)
        {
            JsonValue found = JsonValue.NewObject();
            foreach (string name in properties.Names)
                found[name] = JsonValue.From(properties[name]);
            return found;
        }

        static bool IsHarmless(Fault fault)
        {
            return fault.Code == FaultCode.UnknownProperty || fault.Code == FaultCode.DuplicateKey ||
                fault.Code == FaultCode.OutOfRange;
        }

        static EntryView View(string section, Entry entry, string file)
        {
            JsonValue properties = JsonValue.NewObject();
            foreach (string name in entry.Properties.Names)
                properties[name] = JsonValue.From(entry.Properties[name]);
            JsonNode note = entry.Node.Find("note");
            if (note != null)
                properties["note"] = JsonValue.From(note);
            string from = entry.Node.Source.File;
            return new EntryView(section, entry.Id, from, from == file, entry.Node.Pointer, properties);
        }
    }
}
