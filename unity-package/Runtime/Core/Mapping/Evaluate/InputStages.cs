using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Steps 2 to 6: from a frame to inputs, signals and conditions.</summary>
    internal sealed class InputStages
    {
        /// <summary>Inputs after step 4, then the evaluator's own, then signals; NaN is absent.</summary>
        internal readonly double[] Values;

        internal readonly ConditionStage Conditions;
        readonly Dictionary<string, int> slots = new Dictionary<string, int>();
        readonly Input[] inputs;
        readonly Presence presence;
        readonly LossStage loss;
        readonly Idle idle;
        readonly EyeStage eyes;
        readonly CompiledFormula[] signals;
        readonly int tracked, firstSignal, leftBlink, rightBlink;

        internal InputStages(MappingTable table, Counters counters)
        {
            inputs = table.Inputs;
            AddSlots(table);
            tracked = inputs.Length;
            firstSignal = tracked + Channels.Own.Length;
            leftBlink = Slot("eyeBlinkLeft");
            rightBlink = Slot("eyeBlinkRight");
            Values = new double[slots.Count];
            presence = new Presence(inputs, counters);
            loss = new LossStage(inputs, table.Lost);
            idle = new Idle(table.Lost);
            eyes = new EyeStage(table.Eyes, Slot);
            signals = Array.ConvertAll(table.Signals, signal => new CompiledFormula(signal.Formula, Slot));
            Conditions = new ConditionStage(table.Conditions, Slot, counters);
        }

        internal int Slot(string name)
        {
            return slots[name];
        }

        internal void Step(MappingFrame frame, double dt)
        {
            presence.Step(frame);
            loss.Step(presence, dt, Values);
            double blink = idle.Step(frame.Tracked, dt);
            if (!Absent.Is(blink))
            {
                loss.Blink(leftBlink, blink, idle.LostFor, Values);
                loss.Blink(rightBlink, blink, idle.LostFor, Values);
            }
            eyes.Step(Values, dt);
            // In the order of Channels.Own.
            Values[tracked] = frame.Tracked ? 1.0 : 0.0;
            Values[tracked + 1] = eyes.Winks.Left;
            Values[tracked + 2] = eyes.Winks.Right;
            for (int i = 0; i < signals.Length; i++)
                Values[firstSignal + i] = signals[i].Value(Values);
            Conditions.Step(Values, frame.Firings, dt);
        }

        /// <summary>Takes over the state of everything that both tables name.</summary>
        internal void Adopt(InputStages old)
        {
            for (int mine = 0; mine < inputs.Length; mine++)
            {
                int theirs;
                if (old.slots.TryGetValue(inputs[mine].Id, out theirs) && theirs < old.inputs.Length)
                    loss.Adopt(mine, old.loss, theirs);
            }
            idle.Adopt(old.idle);
            eyes.Adopt(old.eyes);
            Conditions.Adopt(old.Conditions);
        }

        void AddSlots(MappingTable table)
        {
            foreach (Input input in table.Inputs)
                slots.Add(input.Id, slots.Count);
            foreach (string name in Channels.Own)
                slots.Add(name, slots.Count);
            foreach (Signal signal in table.Signals)
                slots.Add(signal.Id, slots.Count);
        }
    }
}
