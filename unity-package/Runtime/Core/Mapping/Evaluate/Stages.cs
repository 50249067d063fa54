using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Every stage of one table, its names resolved into slots and places, with the state of each.</summary>
    internal sealed class Stages
    {
        internal readonly MappingTable Table;
        internal readonly Target[] Targets;
        internal readonly double[] Inputs;
        internal readonly RowStage Rows;
        internal readonly ConditionStage Conditions;
        internal readonly Outputs Outputs;
        readonly Dictionary<string, int> slots = new Dictionary<string, int>();
        readonly Presence presence;
        readonly LossStage loss;
        readonly Idle idle;
        readonly EyeStage eyes;
        readonly CompiledFormula[] signals;
        readonly int firstSignal, tracked, leftBlink, rightBlink;
        readonly SwitchStage[] switches;
        readonly PoseStage poses;
        readonly RangeStage range;
        readonly VrmStage vrm;
        readonly GroupStage[] groups;
        readonly TimingStage[] timing;
        readonly OutputStage output;
        readonly double[] values;

        internal Stages(MappingTable table, Counters counters)
        {
            Table = table;
            Targets = new List<Target>(table.Targets).ToArray();
            AddSlots(table);
            tracked = table.Inputs.Length;
            firstSignal = tracked + Channels.Own.Length;
            leftBlink = Slot("eyeBlinkLeft");
            rightBlink = Slot("eyeBlinkRight");
            Inputs = new double[slots.Count];
            values = new double[Targets.Length];
            Outputs = new Outputs(Targets);
            presence = new Presence(table.Inputs, counters);
            loss = new LossStage(table.Inputs, table.Lost);
            idle = new Idle(table.Lost);
            eyes = new EyeStage(table.Eyes, Slot);
            signals = Array.ConvertAll(table.Signals, signal => new CompiledFormula(signal.Formula, Slot));
            Conditions = new ConditionStage(table.Conditions, Slot, counters);
            Rows = new RowStage(table, Slot, Outputs.Index);
            switches = Array.ConvertAll(table.Switches, entry => new SwitchStage(entry, table, Slot, Outputs.Index));
            poses = new PoseStage(table, Targets, Outputs.Index);
            range = new RangeStage(Targets);
            vrm = new VrmStage(Targets);
            groups = Array.ConvertAll(table.Groups, group => new GroupStage(group, table.Conditions, Outputs.Index));
            timing = Array.ConvertAll(Targets, target => TimingOf(target, table.Regions));
            output = new OutputStage(Targets);
        }

        internal int Slot(string name)
        {
            return slots[name];
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

        static TimingStage TimingOf(Target target, Region[] regions)
        {
            Region region = Array.Find(regions, entry => entry.Id == target.Region);
            return new TimingStage(target, target.Kind == TargetKind.Event ? null : region);
        }

        /// <summary>Steps 2 to 15.</summary>
        internal void Step(MappingFrame frame, double dt, double now, Trace trace)
        {
            ReadInputs(frame, dt);
            for (int i = 0; i < signals.Length; i++)
                Inputs[firstSignal + i] = signals[i].Value(Inputs);
            Conditions.Step(Inputs, frame.Firings, dt);
            double[] weights = Conditions.Weights;
            Rows.Step(Inputs, weights, values);
            if (trace != null)
                values.CopyTo(trace.Combined, 0);
            for (int i = 0; i < switches.Length; i++)
                switches[i].Step(Inputs, weights, values, dt);
            poses.Step(weights, values);
            range.Step(values);
            if (trace != null)
                values.CopyTo(trace.Posed, 0);
            vrm.Step(values);
            for (int i = 0; i < groups.Length; i++)
                groups[i].Step(weights, values);
            if (trace != null)
                values.CopyTo(trace.Excluded, 0);
            Finish(dt, now);
        }

        // Steps 2 to 4.
        void ReadInputs(MappingFrame frame, double dt)
        {
            presence.Step(frame);
            loss.Step(presence, dt, Inputs);
            double blink = idle.Step(frame.Tracked, dt);
            if (!Absent.Is(blink))
            {
                loss.Blink(leftBlink, blink, idle.LostFor, Inputs);
                loss.Blink(rightBlink, blink, idle.LostFor, Inputs);
            }
            eyes.Step(Inputs, dt);
            Inputs[tracked] = frame.Tracked ? 1.0 : 0.0;
            Inputs[tracked + 1] = eyes.Winks.Left;
            Inputs[tracked + 2] = eyes.Winks.Right;
        }

        // Steps 14 and 15.
        void Finish(double dt, double now)
        {
            for (int i = 0; i < timing.Length; i++)
                if (!Absent.Is(values[i]))
                    values[i] = timing[i].Step(values[i], dt, now);
            output.Step(values, Outputs);
        }

        /// <summary>Takes over the state of everything that both tables name.</summary>
        internal void Adopt(Stages old)
        {
            for (int i = 0; i < Table.Inputs.Length; i++)
            {
                int theirs;
                if (old.slots.TryGetValue(Table.Inputs[i].Id, out theirs) && theirs < old.Table.Inputs.Length)
                    loss.Adopt(i, old.loss, theirs);
            }
            idle.Adopt(old.idle);
            eyes.Adopt(old.eyes);
            Conditions.Adopt(old.Conditions);
            foreach (SwitchStage entry in switches)
                entry.Adopt(old.switches);
            output.Adopt(old.output);
            for (int i = 0; i < Targets.Length; i++)
                AdoptTarget(i, old, old.Outputs.Index(Targets[i].Id));
        }

        void AdoptTarget(int mine, Stages old, int theirs)
        {
            if (theirs < 0)
                return;
            range.Written[mine] = old.range.Written[theirs];
            timing[mine].Adopt(old.timing[theirs]);
        }
    }
}
