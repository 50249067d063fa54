namespace Koekata.Receiving
{
    /// <summary>Where a stream is listened to.</summary>
    public sealed class ZmqSettings
    {
        /// <summary>As the sidecar shows it.</summary>
        public string Address { get; set; }

        /// <summary>
        /// CURVE: the sender's public key, 40 characters of Z85; null or empty for a stream without encryption.
        /// </summary>
        public string ServerKey { get; set; }

        /// <summary>CURVE: the own public key.</summary>
        public string PublicKey { get; set; }

        /// <summary>CURVE: the own secret key. Keep it out of the project's assets.</summary>
        public string SecretKey { get; set; }

        /// <summary>What talks the protocol.</summary>
        public ZmqClient Client { get; set; }

        /// <summary>The sidecar's default address, without encryption.</summary>
        public ZmqSettings()
        {
            Address = "tcp://127.0.0.1:39600";
        }
    }
}
