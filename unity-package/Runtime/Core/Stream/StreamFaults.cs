namespace Koekata.Receiving
{
    /// <summary>The faults by the codes of mappings/STREAM.md.</summary>
    public static class StreamFaults
    {
        /// <summary>How many values <see cref="StreamFault"/> has.</summary>
        public const int Count = (int)StreamFault.OscArguments + 1;

        static readonly string[] codes =
        {
            "", "too-large", "malformed", "version", "missing-key", "wrong-type", "not-finite", "out-of-range", "length",
            "duplicate", "topic", "parts", "osc", "osc-arguments"
        };

        /// <summary>The code of a fault, such as "wrong-type"; empty for none.</summary>
        public static string Code(StreamFault fault)
        {
            return codes[(int)fault];
        }
    }
}
