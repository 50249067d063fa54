namespace Koekata.Receiving
{
    /// <summary>Where OSC messages go.</summary>
    internal interface IOscSink
    {
        /// <summary>A message; <paramref name="sentS"/> is the Unix time of its bundle, 0 where it has none.</summary>
        void Take(OscMessage message, double sentS);
    }
}
