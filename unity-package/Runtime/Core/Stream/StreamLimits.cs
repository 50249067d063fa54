namespace Koekata.Receiving
{
    /// <summary>The limits of mappings/STREAM.md, beyond which a message is refused.</summary>
    public static class StreamLimits
    {
        /// <summary>The version of the stream that is read here.</summary>
        public const int Version = 1;

        /// <summary>Bytes of one payload.</summary>
        public const int Payload = 65536;

        /// <summary>Seconds without any frame after which a subject is stale.</summary>
        public const double StaleSeconds = 0.5;

        /// <summary>Names of a layout.</summary>
        public const int Channels = 1024;

        internal const int Keys = 256;
        internal const int Entries = 2048;
        internal const int NameLength = 64;
        internal const int DetailLength = 1024;
        internal const int Performer = 255;
        internal const double UnitTolerance = 1e-3;

        /// <summary>How deep arrays and maps may stand in one another; the specification leaves it to the reader.</summary>
        internal const int Depth = 1024;
    }
}
