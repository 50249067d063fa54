using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Every stage of one table, its names resolved into slots and places, with the state of each.</summary>
    internal sealed class Stages
    {
        internal readonly MappingTable Table;
        internal readonly InputStages Inputs;
        internal readonly TargetStages Targets;

        internal Stages(MappingTable table, Counters counters)
        {
            Table = table;
            Inputs = new InputStages(table, counters);
            Targets = new TargetStages(table, new List<Target>(table.Targets).ToArray(), Inputs.Slot);
        }

        /// <summary>Steps 2 to 15.</summary>
        internal void Step(MappingFrame frame, double dt, double now, Trace trace)
        {
            Inputs.Step(frame, dt);
            Targets.Step(Inputs.Values, Inputs.Conditions.Weights, dt, now, trace);
        }

        /// <summary>Takes over the state of everything that both tables name.</summary>
        internal void Adopt(Stages old)
        {
            Inputs.Adopt(old.Inputs);
            Targets.Adopt(old.Targets);
        }
    }
}
