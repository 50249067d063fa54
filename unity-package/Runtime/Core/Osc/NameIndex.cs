using System;

namespace Koekata.Receiving
{
    /// <summary>
    /// Numbers for names that stand as bytes in datagrams; only a new name allocates, and their number is bounded.
    /// </summary>
    internal sealed class NameIndex
    {
        internal const int None = -1;

        readonly byte[][] names;
        readonly int[] places;
        readonly int longest;

        internal NameIndex(int most, int longest)
        {
            this.longest = longest;
            names = new byte[most][];
            places = new int[2 * most];
        }

        internal int Count { get; private set; }

        /// <summary>
        /// The number of a name. A new one gets the next, and <see cref="Count"/> grows; None where there is no room.
        /// </summary>
        internal int Obtain(byte[] data, int start, int size)
        {
            int slots = places.Length;
            int slot = (int)(Ascii.Hash(data, start, size) % (uint)slots);
            while (places[slot] != 0)
            {
                byte[] name = names[places[slot] - 1];
                if (name.Length == size && Ascii.Same(data, start, name, 0, size))
                    return places[slot] - 1;
                slot = (slot + 1) % slots;
            }
            return Count == names.Length || size < 1 || size > longest ? None : Add(slot, data, start, size);
        }

        int Add(int slot, byte[] data, int start, int size)
        {
            var name = new byte[size];
            Array.Copy(data, start, name, 0, size);
            names[Count] = name;
            places[slot] = ++Count;
            return Count - 1;
        }
    }
}
