using System;

namespace Koekata.Mapping
{
    /// <summary>Step 12, of one category: what overrides it, and what is dampened.</summary>
    internal sealed class VrmCategory
    {
        readonly Target[] targets;
        readonly int[] overriding, dampened;
        readonly bool[] blocks;
        readonly bool[] leftToModel;
        double amount, forExpressions;

        internal VrmCategory(Target[] targets, int[] overriding, bool[] blocks, int[] dampened)
        {
            this.targets = targets;
            this.overriding = overriding;
            this.blocks = blocks;
            this.dampened = dampened;
            leftToModel = new bool[overriding.Length];
        }

        internal void Measure(double[] values)
        {
            amount = forExpressions = 0.0;
            for (int i = 0; i < overriding.Length; i++)
            {
                double v = values[overriding[i]];
                if (Absent.Is(v))
                    continue;
                double by = !blocks[i] ? v : v > 0.0 ? 1.0 : 0.0;
                amount += by;
                if (!leftToModel[i])
                    forExpressions += by;
            }
            amount = Ramp.Clamp(amount, 0.0, 1.0);
            forExpressions = Ramp.Clamp(forExpressions, 0.0, 1.0);
        }

        /// <summary>Which overriding targets the model itself sees to, where what is dampened is an expression.</summary>
        internal void LeaveToModel(Predicate<string> model)
        {
            for (int i = 0; i < overriding.Length; i++)
                leftToModel[i] = model(targets[overriding[i]].Address.Name);
        }

        internal void Dampen(double[] values)
        {
            if (amount == 0.0)
                return;
            for (int i = 0; i < dampened.Length; i++)
            {
                Target target = targets[dampened[i]];
                double v = values[dampened[i]];
                double by = target.Kind == TargetKind.Expression ? forExpressions : amount;
                if (by == 0.0)
                    continue;
                if (!target.Binary)
                    values[dampened[i]] = target.Rest + (v - target.Rest) * (1.0 - by);
                else if (!Absent.Is(v))
                    values[dampened[i]] = 0.0;
            }
        }
    }
}
