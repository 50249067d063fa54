using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Binding
{
    /// <summary>Inputs that are set by hand, from a slider or a script, and stay until they are let go.</summary>
    public sealed class HeldInputs
    {
        readonly List<string> names = new List<string>();
        readonly List<double> values = new List<double>();
        readonly List<int> slots = new List<int>();
        InputLayout layout;

        /// <summary>How many there are.</summary>
        public int Count
        {
            get { return names.Count; }
        }

        /// <summary>Holds an input at a value, whatever the performer does. One that the table does not know has no effect.</summary>
        public void Set(string name, double value)
        {
            int place = names.IndexOf(name);
            if (place < 0)
            {
                names.Add(name);
                values.Add(value);
                slots.Add(layout == null ? -1 : layout.Slot(name));
            }
            else
                values[place] = value;
        }

        /// <summary>The value that an input is held at; false where it is free.</summary>
        public bool TryGet(string name, out double value)
        {
            int place = names.IndexOf(name);
            value = place < 0 ? 0.0 : values[place];
            return place >= 0;
        }

        /// <summary>Gives an input back to the performer.</summary>
        public void Release(string name)
        {
            int place = names.IndexOf(name);
            if (place < 0)
                return;
            names.RemoveAt(place);
            values.RemoveAt(place);
            slots.RemoveAt(place);
        }

        /// <summary>Gives all of them back.</summary>
        public void Clear()
        {
            names.Clear();
            values.Clear();
            slots.Clear();
        }

        internal void Apply(MappingFrame frame)
        {
            if (frame.Layout != layout)
                Follow(frame.Layout);
            for (int i = 0; i < slots.Count; i++)
            {
                frame.Set(slots[i], values[i]);
                frame.SetConfidence(slots[i], 1.0);
            }
        }

        void Follow(InputLayout next)
        {
            layout = next;
            for (int i = 0; i < slots.Count; i++)
                slots[i] = next.Slot(names[i]);
        }
    }
}
