using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Step 7: which conditions weigh an entry: `while`, `unless`, and suppression, in this order.</summary>
    internal sealed class WeightPlan
    {
        readonly int[] during;

        /// <summary>Conditions that weigh by 1 minus how much they are on.</summary>
        readonly int[] against;

        internal WeightPlan(Condition[] conditions, string[] during, string[] unless, string region)
        {
            this.during = Array.ConvertAll(during, id => PlaceOf(conditions, id));
            var found = new List<int>(Array.ConvertAll(unless, id => PlaceOf(conditions, id)));
            for (int i = 0; region != null && i < conditions.Length; i++)
                if (Array.IndexOf(conditions[i].Suppress, region) >= 0)
                    found.Add(i);
            against = found.ToArray();
        }

        internal double Weight(double[] conditions)
        {
            double weight = 1.0;
            for (int i = 0; i < during.Length; i++)
                weight *= conditions[during[i]];
            for (int i = 0; i < against.Length; i++)
                weight *= 1.0 - conditions[against[i]];
            return weight;
        }

        /// <summary>Whether a condition has a part in it.</summary>
        internal bool Has(int condition)
        {
            return Array.IndexOf(during, condition) >= 0 || Array.IndexOf(against, condition) >= 0;
        }

        static int PlaceOf(Condition[] conditions, string id)
        {
            return Array.FindIndex(conditions, condition => condition.Id == id);
        }
    }
}
