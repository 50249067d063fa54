using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Properties in the order in which they came; setting one again keeps its place.</summary>
    internal sealed class JsonObject
    {
        readonly List<string> names = new List<string>();
        readonly Dictionary<string, JsonNode> nodes = new Dictionary<string, JsonNode>();

        internal int Count
        {
            get { return names.Count; }
        }

        internal List<string> Names
        {
            get { return names; }
        }

        internal JsonNode this[string name]
        {
            get { return nodes[name]; }
            set
            {
                if (!nodes.ContainsKey(name))
                    names.Add(name);
                nodes[name] = value;
            }
        }

        internal bool Has(string name)
        {
            return nodes.ContainsKey(name);
        }

        /// <summary>Properties that were taken away because the language does not have them.</summary>
        internal readonly List<JsonNode> Unknown = new List<JsonNode>();

        /// <summary>Takes properties away that the language does not have: nobody knows what they hold.</summary>
        internal void SetAside(List<string> unknown)
        {
            foreach (string name in unknown)
            {
                Unknown.Add(nodes[name]);
                nodes.Remove(name);
            }
            names.RemoveAll(name => !nodes.ContainsKey(name));
        }

        /// <summary>The property, null where it is missing.</summary>
        internal JsonNode Find(string name)
        {
            JsonNode found;
            return nodes.TryGetValue(name, out found) ? found : null;
        }
    }
}
