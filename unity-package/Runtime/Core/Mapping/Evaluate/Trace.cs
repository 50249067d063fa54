namespace Koekata.Mapping
{
    /// <summary>The values between the stages of the last frame; NaN is absent.</summary>
    internal sealed class Trace
    {
        /// <summary>Inputs as the frame gave them.</summary>
        internal readonly double[] Raw;

        /// <summary>Targets after step 8.</summary>
        internal readonly double[] Combined;

        /// <summary>Targets after switches and poses (steps 9 and 10).</summary>
        internal readonly double[] Posed;

        /// <summary>Targets after ranges (step 11).</summary>
        internal readonly double[] Ranged;

        /// <summary>Targets after VRM overrides (step 12).</summary>
        internal readonly double[] Damped;

        /// <summary>Targets after groups (step 13).</summary>
        internal readonly double[] Excluded;

        internal Trace(int inputs, int targets)
        {
            Raw = new double[inputs];
            Combined = new double[targets];
            Posed = new double[targets];
            Ranged = new double[targets];
            Damped = new double[targets];
            Excluded = new double[targets];
        }

        internal void Keep(MappingFrame frame)
        {
            for (int i = 0; i < Raw.Length; i++)
                Raw[i] = frame.Given[i] ? frame.Values[i] : double.NaN;
        }
    }
}
