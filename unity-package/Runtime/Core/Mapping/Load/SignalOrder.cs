using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Signals, each after those that it names; and those that need each other.</summary>
    internal sealed class SignalOrder
    {
        readonly Dictionary<string, List<string>> needs = new Dictionary<string, List<string>>();
        readonly List<string> waiting = new List<string>();

        /// <summary>In order; otherwise in table order. Those that wait for a cycle are left out.</summary>
        internal readonly List<string> Ids = new List<string>();

        internal SignalOrder(Merged merged)
        {
            foreach (Entry entry in merged["signals"])
            {
                var named = new List<string>();
                foreach (JsonNode source in References.Sources(entry.Properties))
                    if (merged["signals"].Has(source.Text) && !named.Contains(source.Text))
                        named.Add(source.Text);
                named.Sort(string.CompareOrdinal);
                needs[entry.Id] = named;
                waiting.Add(entry.Id);
            }
            while (TakeReady())
            {
            }
        }

        bool TakeReady()
        {
            var still = new HashSet<string>(waiting);
            List<string> ready = waiting.FindAll(id => !needs[id].Exists(still.Contains));
            Ids.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
            return ready.Count > 0;
        }

        /// <summary>Each cycle once, as the signals on it beginning with the first in table order.</summary>
        internal List<List<string>> Cycles()
        {
            var cycles = new List<List<string>>();
            var found = new HashSet<string>();
            foreach (string id in waiting)
            {
                List<string> path = CycleFrom(id);
                if (path == null || found.Overlaps(path))
                    continue;
                found.UnionWith(path);
                cycles.Add(path);
            }
            return cycles;
        }

        List<string> CycleFrom(string start)
        {
            var paths = new Stack<List<string>>();
            var seen = new HashSet<string>();
            paths.Push(new List<string> { start });
            while (paths.Count > 0)
            {
                List<string> path = paths.Pop();
                foreach (string id in needs[path[path.Count - 1]])
                {
                    if (id == start)
                        return path;
                    if (seen.Add(id))
                        paths.Push(new List<string>(path) { id });
                }
            }
            return null;
        }
    }
}
