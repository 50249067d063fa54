namespace Koekata
{
    /// <summary>How frames come.</summary>
    public enum ConnectionKind
    {
        /// <summary>The stream over ZeroMQ; needs the library libzmq.</summary>
        ZeroMq,

        /// <summary>Koekata's OSC, or VMC, over UDP; needs no library.</summary>
        Osc,
    }
}
