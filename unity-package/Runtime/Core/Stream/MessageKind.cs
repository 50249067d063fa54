namespace Koekata.Receiving
{
    /// <summary>What a payload is.</summary>
    public enum MessageKind
    {
        /// <summary>Nothing that may be used; see <see cref="StreamDecoder.Fault"/>.</summary>
        Refused,

        /// <summary>A type that version 1 does not know: to be ignored.</summary>
        Unknown,

        /// <summary>The names of weights.</summary>
        Layout,

        /// <summary>The motion.</summary>
        Frame,

        /// <summary>The state of the source.</summary>
        Status
    }
}
