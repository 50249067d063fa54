namespace Koekata.Mapping
{
    /// <summary>Step 11: targets that nothing drives any more go to rest, and values into their ranges.</summary>
    internal sealed class RangeStage
    {
        readonly Target[] targets;

        /// <summary>Whether each target has had a value.</summary>
        internal readonly bool[] Written;

        internal RangeStage(Target[] targets)
        {
            this.targets = targets;
            Written = new bool[targets.Length];
        }

        internal void Step(double[] values)
        {
            for (int i = 0; i < targets.Length; i++)
            {
                double v = values[i];
                if (!Absent.Is(v))
                    Written[i] = true;
                else if (Written[i])
                    v = targets[i].Rest;
                values[i] = targets[i].Limits.Clamp(v);
            }
        }
    }
}
