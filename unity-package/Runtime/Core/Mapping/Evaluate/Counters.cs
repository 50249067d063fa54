namespace Koekata.Mapping
{
    /// <summary>What was wrong with frames, counted since the start.</summary>
    public sealed class Counters
    {
        /// <summary>Steps of time that were negative or not finite.</summary>
        public long BadDt { get; internal set; }

        /// <summary>Times that were not finite.</summary>
        public long BadTime { get; internal set; }

        /// <summary>Values that were not finite, or beyond a million.</summary>
        public long BadInputs { get; internal set; }

        /// <summary>Fired ids that are no trigger, and unknown actions.</summary>
        public long BadFire { get; internal set; }
    }
}
