namespace Koekata.Receiving
{
    /// <summary>How frames are shown, and how far values may be guessed when the next frame is late.</summary>
    public sealed class PlaybackSettings
    {
        /// <summary>The newest frame, or an even flow.</summary>
        public PlaybackMode Mode { get; set; }

        /// <summary>Whether the delay follows the network's unevenness; otherwise it is <see cref="Delay"/>.</summary>
        public bool Adaptive { get; set; }

        /// <summary>Seconds behind the mean arrival, where the delay is not adaptive.</summary>
        public double Delay { get; set; }

        /// <summary>The least adaptive delay in seconds.</summary>
        public double LeastDelay { get; set; }

        /// <summary>The greatest delay in seconds.</summary>
        public double GreatestDelay { get; set; }

        /// <summary>Seconds beyond the newest frame for which a movement goes on; after that it stands.</summary>
        public double Extrapolation { get; set; }

        /// <summary>How far a weight may be carried beyond the newest frame.</summary>
        public double WeightBound { get; set; }

        /// <summary>The same for rotations of head and eyes, in degrees.</summary>
        public double AngleBound { get; set; }

        /// <summary>The same for the position of the head along each axis, in metres.</summary>
        public double PositionBound { get; set; }

        /// <summary>An even flow with adaptive delay.</summary>
        public PlaybackSettings()
        {
            Mode = PlaybackMode.Smooth;
            Adaptive = true;
            Delay = 0.05;
            GreatestDelay = 0.15;
            Extrapolation = 0.05;
            WeightBound = 0.1;
            AngleBound = 5.0;
            PositionBound = 0.02;
        }
    }
}
