using System;
using System.Collections.Generic;
using System.Globalization;

namespace Koekata.Editing
{
    /// <summary>
    /// Between the `curve` of a table and the keys of Unity's curve field. Every curve of a table has its exact counterpart. The
    /// other way round, what was not touched keeps its numbers; weighted tangents lose their weights, and a step becomes a
    /// short straight piece, since a table has neither.
    /// </summary>
    public static class CurveKeys
    {
        const float StepWidth = 0.001f;

        /// <summary>Unity's keys of a table's curve.</summary>
        public static List<CurvePoint> ToPoints(JsonValue curve)
        {
            var points = new List<CurvePoint>();
            for (int i = 0; i < curve.Items.Count; i++)
                points.Add(new CurvePoint((float)Number(curve, i, 0), (float)Number(curve, i, 1), (float)Slope(curve, i, -1), (float)Slope(curve, i, 1)));
            return points;
        }

        /// <summary>A table's curve of Unity's keys; numbers of <paramref name="before"/> stay where they are the same.</summary>
        public static JsonValue ToCurve(IList<CurvePoint> points, JsonValue before)
        {
            points = WithoutSteps(points);
            JsonValue curve = JsonValue.NewList();
            List<CurvePoint> known = before == null ? new List<CurvePoint>() : ToPoints(before);
            for (int i = 0; i < points.Count; i++)
            {
                int same = known.FindIndex(point => point.X == points[i].X && point.Y == points[i].Y);
                bool kept = same >= 0 && SameSides(points, i, known, same);
                curve.Items.Add(kept ? before.Items[same].Copy() : Key(points, i));
            }
            return curve;
        }

        /// <summary>The number as people see it: 0.1f as a double is 0.10000000149.</summary>
        public static double Shortest(float value)
        {
            return double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        // As SPEC.md, step 5.5, has it: a side without a slope of its own has that of the straight line.
        static double Slope(JsonValue curve, int i, int side)
        {
            JsonValue key = curve.Items[i];
            int other = i + side;
            if (key.Items.Count == 3)
                return key.Items[2].AsNumber;
            if (key.Items.Count == 4)
                return key.Items[side < 0 ? 2 : 3].AsNumber;
            bool outside = other < 0 || other >= curve.Items.Count;
            return outside ? 0.0 : (Number(curve, other, 1) - Number(curve, i, 1)) / (Number(curve, other, 0) - Number(curve, i, 0));
        }

        static double Number(JsonValue curve, int key, int place)
        {
            return curve.Items[key].Items[place].AsNumber;
        }

        static JsonValue Key(IList<CurvePoint> points, int i)
        {
            CurvePoint point = points[i];
            var numbers = new List<double> { Shortest(point.X), Shortest(point.Y) };
            bool left = i == 0 || IsStraight(points[i - 1], point), right = i == points.Count - 1 || IsStraight(point, points[i + 1]);
            if (left && right)
                return JsonValue.Of(numbers);
            double slopeIn = Shortest(i == 0 ? point.SlopeOut : point.SlopeIn);
            double slopeOut = Shortest(i == points.Count - 1 ? point.SlopeIn : point.SlopeOut);
            numbers.Add(slopeIn);
            if (slopeIn != slopeOut)
                numbers.Add(slopeOut);
            return JsonValue.Of(numbers);
        }

        static bool IsStraight(CurvePoint a, CurvePoint b)
        {
            float slope = (b.Y - a.Y) / (b.X - a.X), near = 1e-5f * Math.Max(1f, Math.Abs(slope));
            return Math.Abs(a.SlopeOut - slope) <= near && Math.Abs(b.SlopeIn - slope) <= near;
        }

        static bool SameSides(IList<CurvePoint> points, int i, List<CurvePoint> known, int j)
        {
            bool left = i == 0 ? j == 0 : j > 0 && points[i].SlopeIn == known[j].SlopeIn && IsSame(points[i - 1], known[j - 1]);
            bool last = i == points.Count - 1;
            bool right = last ? j == known.Count - 1
                : j < known.Count - 1 && points[i].SlopeOut == known[j].SlopeOut && IsSame(points[i + 1], known[j + 1]);
            return left && right;
        }

        // A side without a slope of its own leans on the neighbour.
        static bool IsSame(CurvePoint a, CurvePoint b)
        {
            return a.X == b.X && a.Y == b.Y;
        }

        static IList<CurvePoint> WithoutSteps(IList<CurvePoint> points)
        {
            var found = new List<CurvePoint>();
            for (int i = 0; i < points.Count; i++)
            {
                CurvePoint point = points[i];
                bool step = i > 0 && (float.IsInfinity(points[i - 1].SlopeOut) || float.IsInfinity(point.SlopeIn));
                if (step)
                    AddStep(found, found[found.Count - 1], ref point);
                found.Add(point);
            }
            return found;
        }

        static void AddStep(List<CurvePoint> found, CurvePoint from, ref CurvePoint to)
        {
            float x = Math.Max(to.X - StepWidth, (from.X + to.X) / 2f), slope = (to.Y - from.Y) / (to.X - x);
            from.SlopeOut = 0f;
            found[found.Count - 1] = from;
            found.Add(new CurvePoint(x, from.Y, 0f, slope));
            to.SlopeIn = slope;
        }
    }
}
