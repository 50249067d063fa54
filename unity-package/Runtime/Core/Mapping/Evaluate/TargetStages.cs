using System;

namespace Koekata.Mapping
{
    /// <summary>Steps 7 to 15: from inputs and conditions to targets.</summary>
    internal sealed class TargetStages
    {
        internal readonly RowStage Rows;
        internal readonly Outputs Outputs;
        readonly Target[] targets;
        readonly double[] values;
        readonly SwitchStage[] switches;
        readonly PoseStage poses;
        readonly RangeStage range;
        readonly VrmStage vrm;
        readonly GroupStage[] groups;
        readonly TimingStage[] timing;
        readonly OutputStage output;

        internal TargetStages(MappingTable table, Target[] targets, Func<string, int> slot)
        {
            this.targets = targets;
            values = new double[targets.Length];
            Outputs = new Outputs(targets);
            Rows = new RowStage(table, slot, Outputs.Index);
            switches = Array.ConvertAll(table.Switches, entry => new SwitchStage(entry, table, slot, Outputs.Index));
            poses = new PoseStage(table, targets, Outputs.Index);
            range = new RangeStage(targets);
            vrm = new VrmStage(targets);
            groups = Array.ConvertAll(table.Groups, group => new GroupStage(group, table.Conditions, Outputs.Index));
            timing = Array.ConvertAll(targets, target => TimingOf(target, table.Regions));
            output = new OutputStage(targets);
        }

        /// <summary>Steps 7 to 15; `trace` is null where nothing is remembered.</summary>
        internal void Step(double[] inputs, double[] conditions, double dt, double now, Trace trace)
        {
            Rows.Step(inputs, conditions, values);
            if (trace != null)
                Keep(trace.Combined);
            for (int i = 0; i < switches.Length; i++)
                switches[i].Step(inputs, conditions, values, dt);
            poses.Step(conditions, values);
            if (trace != null)
                Keep(trace.Posed);
            range.Step(values);
            if (trace != null)
                Keep(trace.Ranged);
            Exclude(conditions, trace);
            Finish(dt, now);
        }

        void Keep(double[] stage)
        {
            values.CopyTo(stage, 0);
        }

        // Steps 12 and 13.
        void Exclude(double[] conditions, Trace trace)
        {
            vrm.Step(values);
            if (trace != null)
                Keep(trace.Damped);
            for (int i = 0; i < groups.Length; i++)
                groups[i].Step(conditions, values);
            if (trace != null)
                Keep(trace.Excluded);
        }

        // Steps 14 and 15.
        void Finish(double dt, double now)
        {
            for (int i = 0; i < timing.Length; i++)
                if (!Absent.Is(values[i]))
                    values[i] = timing[i].Step(values[i], dt, now);
            output.Step(values, Outputs);
        }

        internal void LeaveOverridesToModel(Func<string, string, bool> model)
        {
            vrm.LeaveToModel(model);
        }

        /// <summary>The shown choice of the switch that a target belongs to; null without one.</summary>
        internal string ShownFor(string target)
        {
            SwitchStage owner = Array.Find(switches, entry => entry.Owns(target));
            return owner == null ? null : owner.Shown;
        }

        /// <summary>Takes over the state of everything that both tables name.</summary>
        internal void Adopt(TargetStages old)
        {
            foreach (SwitchStage entry in switches)
                entry.Adopt(old.switches);
            output.Adopt(old.output);
            for (int mine = 0; mine < targets.Length; mine++)
            {
                int theirs = old.Outputs.Index(targets[mine].Id);
                if (theirs < 0)
                    continue;
                range.Written[mine] = old.range.Written[theirs];
                timing[mine].Adopt(old.timing[theirs]);
            }
        }

        static TimingStage TimingOf(Target target, Region[] regions)
        {
            Region region = Array.Find(regions, entry => entry.Id == target.Region);
            return new TimingStage(target, target.Kind == TargetKind.Event ? null : region);
        }
    }
}
