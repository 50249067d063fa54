namespace Koekata.Editing
{
    /// <summary>
    /// A piece of a curve between two keys, in single precision as Unity evaluates an AnimationCurve without weighted tangents:
    /// the cubic Hermite of the values and slopes (Unity manual, "Curves"; AnimationCurve.Evaluate).
    /// </summary>
    internal struct HermiteSegment
    {
        readonly float start, width, y0, y1, m0, m1;
        readonly bool step;

        internal HermiteSegment(CurvePoint a, CurvePoint b)
        {
            start = a.X;
            width = b.X - a.X;
            y0 = a.Y;
            y1 = b.Y;
            step = float.IsInfinity(a.SlopeOut) || float.IsInfinity(b.SlopeIn);
            m0 = step ? 0f : a.SlopeOut * width;
            m1 = step ? 0f : b.SlopeIn * width;
        }

        internal float At(float x)
        {
            if (step)
                return x < start + width ? y0 : y1;
            float t = (x - start) / width, t2 = t * t, t3 = t2 * t;
            return (2f * t3 - 3f * t2 + 1f) * y0 + (t3 - 2f * t2 + t) * m0 + (t3 - t2) * m1 + (-2f * t3 + 3f * t2) * y1;
        }
    }
}
