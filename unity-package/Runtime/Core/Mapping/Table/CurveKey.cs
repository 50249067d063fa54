namespace Koekata.Mapping
{
    /// <summary>A key of a curve; a slope of NaN is straight on that side.</summary>
    internal sealed class CurveKey
    {
        internal double X, Y;
        internal double SlopeIn = double.NaN;
        internal double SlopeOut = double.NaN;
    }
}
