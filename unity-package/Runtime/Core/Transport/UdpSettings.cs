namespace Koekata.Receiving
{
    /// <summary>Where OSC is received.</summary>
    public sealed class UdpSettings
    {
        /// <summary>
        /// The address of this machine to listen at: 127.0.0.1 for this machine alone, 0.0.0.0 for the network.
        /// </summary>
        public string Host { get; set; }

        /// <summary>39601 for Koekata's own OSC, 39539 for VMC; 0 takes any free one.</summary>
        public int Port { get; set; }

        /// <summary>The beginning of Koekata's own addresses, as the sidecar's configuration has it.</summary>
        public string Prefix { get; set; }

        /// <summary>Koekata's own OSC from this machine.</summary>
        public UdpSettings()
        {
            Host = "127.0.0.1";
            Port = 39601;
            Prefix = "/koekata";
        }
    }
}
