using System;

namespace Koekata.Mapping
{
    /// <summary>Step 10: poses of conditions and triggers, by rising priority.</summary>
    internal sealed class PoseStage
    {
        readonly Condition[] conditions;
        readonly Target[] targets;
        readonly int[] order;
        readonly PlacedValue[][] poses;

        internal PoseStage(MappingTable table, Target[] targets, Func<string, int> place)
        {
            conditions = table.Conditions;
            this.targets = targets;
            var all = new int[conditions.Length];
            for (int i = 0; i < all.Length; i++)
                all[i] = i;
            order = StableOrder.By(Array.FindAll(all, i => conditions[i].Pose.Length > 0), i => conditions[i].Priority);
            poses = Array.ConvertAll(
                conditions, entry => Array.ConvertAll(entry.Pose, value => new PlacedValue(place(value.Target), value.Value)));
        }

        internal void Step(double[] weights, double[] values)
        {
            for (int i = 0; i < order.Length; i++)
            {
                double weight = weights[order[i]];
                PlacedValue[] pose = poses[order[i]];
                for (int j = 0; weight > 0.0 && j < pose.Length; j++)
                    Show(pose[j], conditions[order[i]].Blend, weight, values);
            }
        }

        void Show(PlacedValue pose, Blend blend, double weight, double[] values)
        {
            Target target = targets[pose.Place];
            double v = values[pose.Place], rest = target.Rest;
            if (target.Kind == TargetKind.Sprite)
            {
                values[pose.Place] = weight >= 0.5 ? pose.Value : v;
                return;
            }
            if (Absent.Is(v))
                v = rest;
            if (blend == Blend.Override)
                v = v + (pose.Value - v) * weight;
            else if (blend == Blend.Add)
                v = v + pose.Value * weight;
            else
                v = Math.Max(v, rest + (pose.Value - rest) * weight);
            values[pose.Place] = v;
        }
    }
}
