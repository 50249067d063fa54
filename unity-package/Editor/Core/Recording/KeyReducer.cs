using System;
using System.Collections.Generic;

namespace Koekata.Editing
{
    /// <summary>
    /// From samples to few keys, with a bound: at every recorded moment the curve, as Unity evaluates it, differs from the sample
    /// by no more than the bound. Each piece between two keys is the cubic through both samples whose slopes fit those between
    /// best; it is made as long as the bound allows.
    /// </summary>
    public sealed class KeyReducer
    {
        /// <summary>What single precision may add, as a share of the values: Unity's own order of operations is not known.</summary>
        const float Rounding = 2e-6f;

        readonly float[] times, values;
        readonly float bound;

        /// <summary>Takes the samples, whose times rise, and the bound in the unit of the values, at least 0.</summary>
        public KeyReducer(float[] times, float[] values, float bound)
        {
            if (times.Length != values.Length || times.Length == 0)
                throw new ArgumentException("there must be as many times as values, and at least one", "times");
            for (int i = 1; i < times.Length; i++)
                if (times[i] <= times[i - 1])
                    throw new ArgumentException("times must rise", "times");
            this.times = times;
            this.values = values;
            this.bound = bound;
        }

        /// <summary>The keys, the first sample and the last among them.</summary>
        public List<CurvePoint> Reduce()
        {
            var keys = new List<CurvePoint> { new CurvePoint(times[0], values[0], 0f, 0f) };
            int from = 0;
            while (from < times.Length - 1)
            {
                CurvePoint before = keys[keys.Count - 1], after;
                from = Longest(from, ref before, out after);
                keys[keys.Count - 1] = before;
                keys.Add(after);
            }
            return keys;
        }

        /// <summary>The keys of values that jump and are never between: one for each change.</summary>
        public List<CurvePoint> Steps()
        {
            var keys = new List<CurvePoint>();
            for (int i = 0; i < values.Length; i++)
                if (i == 0 || values[i] != values[i - 1])
                    keys.Add(new CurvePoint(times[i], values[i], float.PositiveInfinity, float.PositiveInfinity));
            return keys;
        }

        /// <summary>The farthest sample that one piece reaches within the bound: doubling, then halving.</summary>
        int Longest(int from, ref CurvePoint before, out CurvePoint after)
        {
            int good = from + 1, last = times.Length - 1, reach = 2;
            CurvePoint bestBefore = before;
            Fits(from, good, ref bestBefore, out after);
            int bad = last + 1;
            while (good < last && bad > last)
            {
                int wanted = Math.Min(last, from + reach);
                if (!Try(from, wanted, before, ref bestBefore, ref after))
                    bad = wanted;
                else
                    good = wanted;
                reach *= 2;
            }
            while (bad - good > 1)
            {
                int middle = (good + bad) / 2;
                if (Try(from, middle, before, ref bestBefore, ref after))
                    good = middle;
                else
                    bad = middle;
            }
            before = bestBefore;
            return good;
        }

        bool Try(int from, int to, CurvePoint before, ref CurvePoint bestBefore, ref CurvePoint bestAfter)
        {
            CurvePoint after;
            if (!Fits(from, to, ref before, out after))
                return false;
            bestBefore = before;
            bestAfter = after;
            return true;
        }

        /// <summary>Whether a piece between two samples keeps to the bound, with the slopes of least squares.</summary>
        bool Fits(int from, int to, ref CurvePoint before, out CurvePoint after)
        {
            float slopeOut, slopeIn;
            Slopes(from, to, out slopeOut, out slopeIn);
            before.SlopeOut = slopeOut;
            after = new CurvePoint(times[to], values[to], slopeIn, 0f);
            var piece = new HermiteSegment(before, after);
            for (int i = from + 1; i < to; i++)
            {
                float slack = Rounding * Math.Max(Math.Abs(values[i]), Math.Max(Math.Abs(values[from]), Math.Abs(values[to])));
                if (!(Math.Abs(piece.At(times[i]) - values[i]) <= bound - slack))
                    return false;
            }
            return true;
        }

        // Two unknowns, the slopes times the width: normal equations. With one sample between, or none, they have no one
        // answer: then a straight piece, or the parabola through the three.
        void Slopes(int from, int to, out float slopeOut, out float slopeIn)
        {
            double width = times[to] - times[from], rise = values[to] - values[from];
            double aa = 0.0, ab = 0.0, bb = 0.0, ar = 0.0, br = 0.0;
            for (int i = from + 1; i < to; i++)
            {
                double t = (times[i] - times[from]) / width;
                double a = t * (1.0 - t) * (1.0 - t), b = -t * t * (1.0 - t);
                double rest = values[i] - values[from] - rise * t * t * (3.0 - 2.0 * t);
                aa += a * a;
                ab += a * b;
                bb += b * b;
                ar += a * rest;
                br += b * rest;
            }
            double determinant = aa * bb - ab * ab;
            double m0 = rise, m1 = rise;
            if (to - from == 2)
                Parabola(from, width, rise, out m0, out m1);
            else if (determinant > 1e-12 * aa * bb && to - from > 2)
            {
                m0 = (ar * bb - br * ab) / determinant;
                m1 = (br * aa - ar * ab) / determinant;
            }
            slopeOut = (float)(m0 / width);
            slopeIn = (float)(m1 / width);
        }

        void Parabola(int from, double width, double rise, out double m0, out double m1)
        {
            double t = (times[from + 1] - times[from]) / width;
            double bend = (values[from + 1] - values[from] - rise * t) / (t * (t - 1.0));
            m0 = rise - bend;
            m1 = rise + bend;
        }
    }
}
