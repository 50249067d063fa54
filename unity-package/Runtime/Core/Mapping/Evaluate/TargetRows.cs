using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Step 8: the rows of one target.</summary>
    internal sealed class TargetRows
    {
        readonly int[] rows;
        readonly Combine combine;
        readonly double rest;

        /// <param name="target">The target.</param>
        /// <param name="places">Places of its rows, in table order.</param>
        /// <param name="all">All rows.</param>
        internal TargetRows(Target target, List<int> places, Row[] all)
        {
            rest = target.Rest;
            combine = target.Combine;
            bool ranked = combine == Combine.Override;
            rows = ranked ? StableOrder.By(places, row => all[row].Priority) : places.ToArray();
        }

        /// <summary>The value of the target; NaN where no row says anything.</summary>
        internal double Value(double[] found, double[] weights)
        {
            if (rows.Length == 0)
                return double.NaN;
            if (combine == Combine.Override)
                return Override(found, weights);
            if (combine == Combine.Sum || combine == Combine.Average)
                return Sum(found, weights);
            return Extreme(found, weights);
        }

        double Sum(double[] found, double[] weights)
        {
            double total = 0.0;
            int count = 0;
            for (int i = 0; i < rows.Length; i++)
            {
                double y = found[rows[i]];
                if (Absent.Is(y))
                    continue;
                total += (y - rest) * weights[rows[i]];
                count++;
            }
            if (count == 0)
                return double.NaN;
            return rest + (combine == Combine.Sum ? total : total / count);
        }

        double Extreme(double[] found, double[] weights)
        {
            double most = double.NaN;
            for (int i = 0; i < rows.Length; i++)
            {
                double m = (found[rows[i]] - rest) * weights[rows[i]];
                bool better = combine == Combine.Max ? m > most : m < most;
                if (better || Absent.Is(most))
                    most = m;
            }
            return rest + most;
        }

        double Override(double[] found, double[] weights)
        {
            double v = rest;
            bool any = false;
            for (int i = 0; i < rows.Length; i++)
            {
                double y = found[rows[i]];
                if (Absent.Is(y))
                    continue;
                v = v + (y - v) * weights[rows[i]];
                any = true;
            }
            return any ? v : double.NaN;
        }
    }
}
