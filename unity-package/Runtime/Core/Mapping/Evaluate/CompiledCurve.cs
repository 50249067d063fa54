namespace Koekata.Mapping
{
    /// <summary>Step 5.5: a response curve, as cubic polynomials of the place within each segment.</summary>
    internal sealed class CompiledCurve
    {
        readonly double[] x, y, width, c1, c2, c3;
        readonly int last;

        internal CompiledCurve(CurveKey[] keys)
        {
            last = keys.Length - 1;
            x = new double[keys.Length];
            y = new double[keys.Length];
            width = new double[last];
            c1 = new double[last];
            c2 = new double[last];
            c3 = new double[last];
            for (int i = 0; i < keys.Length; i++)
            {
                x[i] = keys[i].X;
                y[i] = keys[i].Y;
                if (i < last)
                    SetSegment(i, keys[i], keys[i + 1]);
            }
        }

        internal double Value(double v)
        {
            if (v <= x[0])
                return y[0];
            if (v >= x[last])
                return y[last];
            int i = 0;
            while (v >= x[i + 1])
                i++;
            double s = (v - x[i]) / width[i];
            return y[i] + s * (c1[i] + s * (c2[i] + s * c3[i]));
        }

        void SetSegment(int i, CurveKey a, CurveKey b)
        {
            double h = b.X - a.X, d = b.Y - a.Y;
            width[i] = h;
            c1[i] = d;
            if (Absent.Is(a.SlopeOut) && Absent.Is(b.SlopeIn))
                return;
            double p = Absent.Is(a.SlopeOut) ? d : h * a.SlopeOut;
            double q = Absent.Is(b.SlopeIn) ? d : h * b.SlopeIn;
            c1[i] = p;
            c2[i] = 3.0 * d - 2.0 * p - q;
            c3[i] = p + q - 2.0 * d;
        }
    }
}
