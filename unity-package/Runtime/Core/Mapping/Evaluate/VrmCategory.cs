namespace Koekata.Mapping
{
    /// <summary>Step 12, of one category: what overrides it, and what is dampened.</summary>
    internal sealed class VrmCategory
    {
        readonly Target[] targets;
        readonly int[] overriding, dampened;
        readonly bool[] blocks;
        double amount;

        internal VrmCategory(Target[] targets, int[] overriding, bool[] blocks, int[] dampened)
        {
            this.targets = targets;
            this.overriding = overriding;
            this.blocks = blocks;
            this.dampened = dampened;
        }

        internal void Measure(double[] values)
        {
            amount = 0.0;
            for (int i = 0; i < overriding.Length; i++)
            {
                double v = values[overriding[i]];
                if (Absent.Is(v))
                    continue;
                amount += !blocks[i] ? v : v > 0.0 ? 1.0 : 0.0;
            }
            amount = Ramp.Clamp(amount, 0.0, 1.0);
        }

        internal void Dampen(double[] values)
        {
            if (amount == 0.0)
                return;
            for (int i = 0; i < dampened.Length; i++)
            {
                Target target = targets[dampened[i]];
                double v = values[dampened[i]];
                if (!target.Binary)
                    values[dampened[i]] = target.Rest + (v - target.Rest) * (1.0 - amount);
                else if (!Absent.Is(v))
                    values[dampened[i]] = 0.0;
            }
        }
    }
}
