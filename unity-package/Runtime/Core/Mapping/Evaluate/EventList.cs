using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>The events of a frame; the same list for every frame.</summary>
    public sealed class EventList
    {
        readonly List<string> ids = new List<string>();

        /// <summary>How many fired.</summary>
        public int Count
        {
            get { return ids.Count; }
        }

        /// <summary>The id of an event target that fired, in target order.</summary>
        public string this[int index]
        {
            get { return ids[index]; }
        }

        internal void Clear()
        {
            ids.Clear();
        }

        internal void Add(string id)
        {
            ids.Add(id);
        }
    }
}
