using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Which input has which slot. The channels of channels.json have the same slots in every table.</summary>
    public sealed class InputLayout
    {
        readonly string[] names;
        readonly Dictionary<string, int> slots = new Dictionary<string, int>();

        internal InputLayout(Input[] inputs)
        {
            names = new string[inputs.Length];
            for (int slot = 0; slot < inputs.Length; slot++)
            {
                names[slot] = inputs[slot].Id;
                slots[inputs[slot].Id] = slot;
            }
        }

        /// <summary>Number of inputs.</summary>
        public int Count
        {
            get { return names.Length; }
        }

        /// <summary>The slot of an input, -1 where the table knows none of that name.</summary>
        public int Slot(string name)
        {
            int slot;
            return slots.TryGetValue(name, out slot) ? slot : -1;
        }

        /// <summary>The name of the input in a slot.</summary>
        public string Name(int slot)
        {
            return names[slot];
        }

        internal bool SameAs(InputLayout other)
        {
            if (other.Count != Count)
                return false;
            for (int slot = 0; slot < names.Length; slot++)
                if (names[slot] != other.names[slot])
                    return false;
            return true;
        }
    }
}
