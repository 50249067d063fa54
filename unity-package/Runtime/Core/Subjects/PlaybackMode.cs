namespace Koekata.Receiving
{
    /// <summary>How frames are shown.</summary>
    public enum PlaybackMode
    {
        /// <summary>The newest frame, at once: the least delay, and every unevenness of the network.</summary>
        Latest,

        /// <summary>A little later, evenly, with values between the frames.</summary>
        Smooth
    }
}
