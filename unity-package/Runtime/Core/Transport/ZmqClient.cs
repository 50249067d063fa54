namespace Koekata.Receiving
{
    /// <summary>What talks ZeroMQ's protocol.</summary>
    public enum ZmqClient
    {
        /// <summary>The package's own client where it can, libzmq for encryption and for addresses other than tcp.</summary>
        Automatic,

        /// <summary>The package's own client: no library is needed. No encryption.</summary>
        Own,

        /// <summary>The library libzmq.</summary>
        Library,
    }
}
