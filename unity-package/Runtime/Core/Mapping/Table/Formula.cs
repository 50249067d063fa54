namespace Koekata.Mapping
{
    /// <summary>From sources to a value: step 5 of the specification.</summary>
    internal sealed class Formula
    {
        internal Term[] Terms;
        internal Operation Op;
        internal double DeadZone, Full;
        internal bool Invert;
        internal CurveKey[] Curve;
        internal double Gain, Offset;
        internal Limits Clamp;
    }
}
