namespace Koekata.Mapping
{
    /// <summary>Step 2: which inputs are there.</summary>
    internal sealed class Presence
    {
        const double Largest = 1e6;

        readonly Input[] inputs;
        readonly Counters counters;

        /// <summary>Whether each input is present.</summary>
        internal readonly bool[] Here;

        /// <summary>The value of each input that is, within its range.</summary>
        internal readonly double[] Values;

        internal Presence(Input[] inputs, Counters counters)
        {
            this.inputs = inputs;
            this.counters = counters;
            Here = new bool[inputs.Length];
            Values = new double[inputs.Length];
        }

        internal void Step(MappingFrame frame)
        {
            for (int i = 0; i < inputs.Length; i++)
                Here[i] = frame.Given[i] && Take(i, frame);
        }

        bool Take(int i, MappingFrame frame)
        {
            double value = frame.Values[i], confidence = frame.Confidence[i];
            // A comparison with NaN is false, so that NaN is bad, too.
            if (!(value >= -Largest && value <= Largest))
            {
                counters.BadInputs++;
                return false;
            }
            Input input = inputs[i];
            Values[i] = Ramp.Clamp(value, input.Range.Low, input.Range.High);
            return confidence > 0.0 && confidence <= double.MaxValue && (frame.Tracked || !input.Face);
        }
    }
}
