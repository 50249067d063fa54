using System;
using System.Collections.Generic;

namespace Koekata.Receiving
{
    /// <summary>
    /// Receivers that are shared by all who ask for the same place, since a UDP port can be opened once only, and a second
    /// connection would bring the same frames again. Belongs to one thread.
    /// </summary>
    public sealed class ReceiverPool : IDisposable
    {
        readonly Dictionary<string, Entry> entries = new Dictionary<string, Entry>();

        /// <summary>How many receivers are open.</summary>
        public int Count
        {
            get { return entries.Count; }
        }

        /// <summary>
        /// The receiver of a place, made and started for the first who asks. <paramref name="key"/> says all by which places
        /// differ. Give it back with <see cref="Release"/>.
        /// </summary>
        public Receiver Take(string key, Func<Receiver> make)
        {
            Entry entry;
            if (!entries.TryGetValue(key, out entry))
            {
                entries[key] = entry = new Entry { Receiver = make() };
                entry.Receiver.Start();
            }
            entry.Users++;
            return entry.Receiver;
        }

        /// <summary>Gives a receiver back; the last one who does ends it. Nothing happens for one that is not of this pool.</summary>
        public void Release(Receiver receiver)
        {
            foreach (KeyValuePair<string, Entry> pair in entries)
            {
                if (pair.Value.Receiver != receiver)
                    continue;
                if (--pair.Value.Users > 0)
                    return;
                entries.Remove(pair.Key);
                receiver.Dispose();
                return;
            }
        }

        /// <summary>Ends all receivers.</summary>
        public void Dispose()
        {
            foreach (Entry entry in entries.Values)
                entry.Receiver.Dispose();
            entries.Clear();
        }

        sealed class Entry
        {
            internal Receiver Receiver;
            internal int Users;
        }
    }
}
