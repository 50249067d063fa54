using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>All tables of a chain as one.</summary>
    internal sealed class Merged
    {
        /// <summary>The lists of a table, each with what one entry is called in the schema.</summary>
        internal static readonly KeyValuePair<string, string>[] Kinds =
        {
            Kind("inputs", "input"), Kind("signals", "signal"), Kind("conditions", "condition"), Kind("targets", "target"),
            Kind("rows", "row"), Kind("switches", "switch"), Kind("groups", "group"), Kind("regions", "region"),
        };

        internal readonly TableContract Contract;
        internal readonly Dictionary<string, Section> Sections = new Dictionary<string, Section>();
        internal readonly JsonObject Eyes = new JsonObject();
        internal readonly JsonObject Lost = new JsonObject();
        internal readonly JsonObject Metadata = new JsonObject();
        internal readonly JsonObject Properties = new JsonObject();

        /// <summary>The chain, the base first.</summary>
        internal readonly List<string> Files = new List<string>();

        internal Merged(TableContract contract)
        {
            Contract = contract;
            foreach (KeyValuePair<string, string> kind in Kinds)
                Sections[kind.Key] = new Section();
        }

        internal Section this[string section]
        {
            get { return Sections[section]; }
        }

        internal Fields Fields(string kind, Entry entry)
        {
            return new Fields(Contract.Schema, kind, entry.Properties);
        }

        internal Fields Fields(string kind, JsonObject nodes)
        {
            return new Fields(Contract.Schema, kind, nodes);
        }

        static KeyValuePair<string, string> Kind(string section, string entry)
        {
            return new KeyValuePair<string, string>(section, entry);
        }
    }
}
