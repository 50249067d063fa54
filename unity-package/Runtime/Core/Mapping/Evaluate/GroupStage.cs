using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Step 13, of one group: targets that share a limit.</summary>
    internal sealed class GroupStage
    {
        readonly double limit;
        readonly bool scale;
        readonly WeightPlan plan;

        /// <summary>Places of the members of equal priority, by falling priority.</summary>
        readonly int[][] tiers;

        readonly double[] shares;

        internal GroupStage(Group group, Condition[] conditions, Func<string, int> place)
        {
            limit = group.Limit;
            scale = group.Scale && group.Limit > 0.0;
            plan = new WeightPlan(conditions, group.During, group.Unless, null);
            tiers = Tiers(group, place);
            shares = new double[group.Members.Length];
        }

        internal void Step(double[] conditions, double[] values)
        {
            double room = limit, weight = plan.Weight(conditions);
            for (int i = 0; i < tiers.Length; i++)
                room = Serve(tiers[i], room, weight, values);
        }

        /// <summary>Gives one tier its share, and returns the room that is left.</summary>
        double Serve(int[] places, double room, double weight, double[] values)
        {
            double total = 0.0;
            for (int i = 0; i < places.Length; i++)
            {
                double v = values[places[i]];
                double wanted = v > 0.0 ? v : 0.0;
                shares[i] = scale ? wanted * (room / limit) : wanted;
                total += shares[i];
            }
            double fits = total > room ? room / total : 1.0;
            for (int i = 0; i < places.Length; i++)
            {
                double v = values[places[i]];
                // A member that is left out of the frame is NaN.
                if (v > 0.0)
                    values[places[i]] = v + (shares[i] * fits - v) * weight;
            }
            double left = room - (total > room ? room : total);
            return left < 0.0 ? 0.0 : left;
        }

        static int[][] Tiers(Group group, Func<string, int> place)
        {
            var tiers = new List<int[]>();
            var tier = new List<int>();
            Member[] ordered = StableOrder.By(group.Members, member => -member.Priority);
            for (int i = 0; i < ordered.Length; i++)
            {
                tier.Add(place(ordered[i].Target));
                if (i + 1 < ordered.Length && ordered[i + 1].Priority == ordered[i].Priority)
                    continue;
                tiers.Add(tier.ToArray());
                tier.Clear();
            }
            return tiers.ToArray();
        }
    }
}
