namespace Koekata.Mapping
{
    /// <summary>Step 5.1: a source, by slot.</summary>
    internal struct CompiledTerm
    {
        readonly int slot;
        readonly double weight, absent;
        readonly bool invert;

        internal CompiledTerm(Term term, int slot)
        {
            this.slot = slot;
            weight = term.Weight;
            absent = term.Absent;
            invert = term.Invert;
        }

        /// <summary>The value; NaN is absent.</summary>
        internal double Read(double[] values)
        {
            double x = values[slot];
            if (Absent.Is(x))
                x = absent;
            return (invert ? 1.0 - x : x) * weight;
        }
    }
}
