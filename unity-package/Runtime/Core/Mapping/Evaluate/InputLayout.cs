using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Which input has which slot. The channels of channels.json have the same slots in every table.</summary>
    public sealed class InputLayout
    {
        readonly Input[] inputs;
        readonly string[] names;
        readonly Dictionary<string, int> slots = new Dictionary<string, int>();

        internal InputLayout(Input[] inputs)
        {
            this.inputs = inputs;
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

        /// <summary>Whether an input is lost together with the face: weights and the pose of head and eyes.</summary>
        public bool IsFace(int slot)
        {
            return inputs[slot].Face;
        }

        /// <summary>Whether an input goes from 0 to 1, and not on without bounds as angles do.</summary>
        public bool IsWeight(int slot)
        {
            return inputs[slot].Range.Low == 0.0 && inputs[slot].Range.High == 1.0;
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
