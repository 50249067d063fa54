namespace Koekata.Takes
{
    /// <summary>A recording on a time line.</summary>
    public interface IPlacedTake
    {
        /// <summary>Seconds on the time line at which it begins.</summary>
        double Start { get; }

        /// <summary>Seconds on the time line at which it ends.</summary>
        double End { get; }

        /// <summary>The recording; null where there is none.</summary>
        Take Take { get; }

        /// <summary>How much it counts at a moment between its ends: its eases and blends, from 0 to 1.</summary>
        double Weight(double time);

        /// <summary>The moment of the recording at a moment of the time line.</summary>
        double Local(double time);
    }
}
