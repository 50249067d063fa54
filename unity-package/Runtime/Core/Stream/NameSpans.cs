using System;

namespace Koekata.Receiving
{
    /// <summary>
    /// Names as places in a payload, and whether one stands twice; a hash table that is filled anew without allocation.
    /// </summary>
    internal sealed class NameSpans
    {
        const int Slots = 2 * StreamLimits.Channels;

        readonly int[] starts = new int[StreamLimits.Channels];
        readonly int[] sizes = new int[StreamLimits.Channels];
        readonly int[] slots = new int[Slots];
        byte[] data;

        internal int Count { get; private set; }

        internal void Begin(byte[] payload)
        {
            Array.Clear(slots, 0, Slots);
            Count = 0;
            data = payload;
        }

        /// <summary>False where the name is there already.</summary>
        internal bool Add(int start, int size)
        {
            uint slot = Ascii.Hash(data, start, size) % Slots;
            while (slots[slot] != 0)
            {
                int other = slots[slot] - 1;
                if (sizes[other] == size && Ascii.Same(data, start, data, starts[other], size))
                    return false;
                slot = (slot + 1) % Slots;
            }
            starts[Count] = start;
            sizes[Count] = size;
            slots[slot] = ++Count;
            return true;
        }

        internal string[] Texts()
        {
            var found = new string[Count];
            for (int i = 0; i < Count; i++)
                found[i] = Utf8.Text(data, starts[i], sizes[i]);
            return found;
        }
    }
}
