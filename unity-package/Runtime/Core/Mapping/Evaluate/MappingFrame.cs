using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>The performer at one moment. Keep one, and fill it anew for every frame: nothing is allocated then.</summary>
    public sealed class MappingFrame
    {
        internal double[] Values;
        internal double[] Confidence;
        internal bool[] Given;
        internal readonly List<Firing> Firings = new List<Firing>();
        internal bool HasTime;
        internal double Time;
        bool anyConfidence;

        /// <summary>A frame without any value; <see cref="Evaluator.Layout"/> says which slots there are.</summary>
        public MappingFrame(InputLayout layout)
        {
            Tracked = true;
            Allocate(layout);
        }

        /// <summary>Which slots there are.</summary>
        public InputLayout Layout { get; private set; }

        /// <summary>Whether the face is seen; true after <see cref="Clear"/>.</summary>
        public bool Tracked { get; set; }

        /// <summary>Forgets all values, triggers and the time.</summary>
        public void Clear()
        {
            Array.Clear(Given, 0, Given.Length);
            if (anyConfidence)
                ResetConfidence();
            Tracked = true;
            HasTime = false;
            Firings.Clear();
        }

        /// <summary>Sets the value of a slot; nothing happens for the slot -1.</summary>
        public void Set(int slot, double value)
        {
            if (slot < 0)
                return;
            Values[slot] = value;
            Given[slot] = true;
        }

        /// <summary>Sets the value of an input; false where the table knows none of that name.</summary>
        public bool Set(string name, double value)
        {
            int slot = Layout.Slot(name);
            Set(slot, value);
            return slot >= 0;
        }

        /// <summary>Takes the value of a slot away: the source did not deliver it.</summary>
        public void Unset(int slot)
        {
            if (slot >= 0)
                Given[slot] = false;
        }

        /// <summary>The value of a slot; false where the source did not deliver it, or cannot observe it.</summary>
        public bool TryGet(int slot, out double value)
        {
            bool known = slot >= 0 && Given[slot] && Confidence[slot] > 0.0;
            value = known ? Values[slot] : 0.0;
            return known;
        }

        /// <summary>How sure the source is of a slot, in [0, 1]: 1 where not stated, 0 for what it cannot observe.</summary>
        public void SetConfidence(int slot, double confidence)
        {
            if (slot < 0)
                return;
            Confidence[slot] = confidence;
            anyConfidence = true;
        }

        /// <summary>As by slot; false where the table knows no input of that name.</summary>
        public bool SetConfidence(string name, double confidence)
        {
            int slot = Layout.Slot(name);
            SetConfidence(slot, confidence);
            return slot >= 0;
        }

        /// <summary>States the seconds on the time line, for holds on twos and threes; without it elapsed time is added up.</summary>
        public void SetTime(double seconds)
        {
            Time = seconds;
            HasTime = true;
        }

        /// <summary>Fires a trigger of the table, after those that were fired before.</summary>
        public void Fire(string id, TriggerAction action)
        {
            Firings.Add(new Firing(id, action));
        }

        /// <summary>As with an action, by its word: "on", "off" or "toggle". Any other is counted as bad.</summary>
        public void Fire(string id, string action)
        {
            Fire(id, action == "on" ? TriggerAction.On : action == "off" ? TriggerAction.Off : Other(action));
        }

        /// <summary>Goes on with the slots of another table, keeping values by name.</summary>
        internal void Adopt(InputLayout layout)
        {
            InputLayout old = Layout;
            double[] values = Values, confidence = Confidence;
            bool[] given = Given;
            bool stated = anyConfidence;
            Allocate(layout);
            anyConfidence = stated;
            for (int slot = 0; slot < layout.Count; slot++)
            {
                int before = old.Slot(layout.Name(slot));
                if (before < 0)
                    continue;
                Values[slot] = values[before];
                Given[slot] = given[before];
                Confidence[slot] = confidence[before];
            }
        }

        static TriggerAction Other(string action)
        {
            return action == "toggle" ? TriggerAction.Toggle : (TriggerAction)(-1);
        }

        void Allocate(InputLayout layout)
        {
            Layout = layout;
            Values = new double[layout.Count];
            Given = new bool[layout.Count];
            Confidence = new double[layout.Count];
            ResetConfidence();
        }

        void ResetConfidence()
        {
            for (int slot = 0; slot < Confidence.Length; slot++)
                Confidence[slot] = 1.0;
            anyConfidence = false;
        }
    }
}
