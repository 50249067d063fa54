using System.Collections;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>The entries of a list of the table, in table order and by id.</summary>
    internal sealed class Section : IEnumerable<Entry>
    {
        readonly List<Entry> entries = new List<Entry>();
        readonly Dictionary<string, Entry> byId = new Dictionary<string, Entry>();

        internal IEnumerable<string> Ids
        {
            get { return entries.ConvertAll(entry => entry.Id); }
        }

        internal int Count
        {
            get { return entries.Count; }
        }

        internal bool Has(string id)
        {
            return byId.ContainsKey(id);
        }

        /// <summary>The entry, null where there is none.</summary>
        internal Entry Find(string id)
        {
            Entry found;
            return byId.TryGetValue(id, out found) ? found : null;
        }

        internal Entry FindOrAdd(string id)
        {
            Entry found = Find(id);
            if (found != null)
                return found;
            found = new Entry(id);
            entries.Add(found);
            byId[id] = found;
            return found;
        }

        internal bool Remove(string id)
        {
            if (!Has(id))
                return false;
            entries.Remove(byId[id]);
            return byId.Remove(id);
        }

        public IEnumerator<Entry> GetEnumerator()
        {
            return entries.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator()
        {
            return entries.GetEnumerator();
        }
    }
}
