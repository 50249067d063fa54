using System;

namespace Koekata.Mapping
{
    /// <summary>Step 5: one formula, its sources by slot.</summary>
    internal sealed class CompiledFormula
    {
        const double Largest = 1e9;

        readonly CompiledTerm[] terms;
        readonly Operation op;
        readonly double deadZone, full, gain, offset, low, high;
        readonly bool invert;
        readonly CompiledCurve curve;

        internal CompiledFormula(Formula formula, Func<string, int> slot)
        {
            terms = Array.ConvertAll(formula.Terms, term => new CompiledTerm(term, slot(term.Of)));
            op = formula.Op;
            deadZone = formula.DeadZone;
            full = formula.Full;
            gain = formula.Gain;
            offset = formula.Offset;
            invert = formula.Invert;
            curve = formula.Curve.Length == 0 ? null : new CompiledCurve(formula.Curve);
            low = Math.Max(formula.Clamp.Low, -Largest);
            high = Math.Min(formula.Clamp.High, Largest);
        }

        /// <summary>The value; NaN is absent.</summary>
        internal double Value(double[] values)
        {
            double v = Combined(values);
            if (Absent.Is(v))
                return v;
            if (deadZone > 0.0)
                v = BeyondDeadZone(v);
            if (invert)
                v = 1.0 - v;
            if (curve != null)
                v = curve.Value(v);
            v = v * gain + offset;
            if (v < low)
                return low;
            return v > high ? high : v;
        }

        double BeyondDeadZone(double v)
        {
            double beyond = Math.Abs(v) - deadZone;
            if (beyond <= 0.0)
                return 0.0;
            double scaled = beyond * full / (full - deadZone);
            return v < 0.0 ? -scaled : scaled;
        }

        double Combined(double[] values)
        {
            // Every operation on one value gives that value.
            if (terms.Length == 1)
                return terms[0].Read(values);
            if (terms.Length == 0)
                return 0.0;
            if (op == Operation.Product)
                return Product(values);
            return op == Operation.Sum || op == Operation.Average ? Sum(values) : Extreme(values);
        }

        double Product(double[] values)
        {
            double found = 1.0;
            for (int i = 0; i < terms.Length; i++)
                found *= terms[i].Read(values);
            return found;
        }

        double Sum(double[] values)
        {
            double total = 0.0;
            int count = 0;
            for (int i = 0; i < terms.Length; i++)
            {
                double x = terms[i].Read(values);
                if (Absent.Is(x))
                    continue;
                total += x;
                count++;
            }
            if (count == 0)
                return double.NaN;
            return op == Operation.Sum ? total : total / count;
        }

        double Extreme(double[] values)
        {
            double found = double.NaN;
            for (int i = 0; i < terms.Length; i++)
            {
                double x = terms[i].Read(values);
                bool better = op == Operation.Max ? x > found : x < found;
                if (better || Absent.Is(found))
                    found = x;
            }
            return found;
        }
    }
}
