namespace Koekata.Receiving
{
    /// <summary>What is wrong with a message; the codes of mappings/STREAM.md, and two of datagrams.</summary>
    public enum StreamFault
    {
        /// <summary>Nothing.</summary>
        None,

        /// <summary>The payload is longer than allowed.</summary>
        TooLarge,

        /// <summary>Not one whole MessagePack map within the limits.</summary>
        Malformed,

        /// <summary>Another version of the stream.</summary>
        Version,

        /// <summary>A required key is not there.</summary>
        MissingKey,

        /// <summary>A value has another type.</summary>
        WrongType,

        /// <summary>NaN or infinity.</summary>
        NotFinite,

        /// <summary>A value outside its limits.</summary>
        OutOfRange,

        /// <summary>An array has another length than wanted.</summary>
        Length,

        /// <summary>A layout names a channel twice.</summary>
        Duplicate,

        /// <summary>The topic is not that of the message's performer or type.</summary>
        Topic,

        /// <summary>The message has not two parts.</summary>
        Parts,

        /// <summary>A datagram, or a part of it, is not OSC.</summary>
        Osc,

        /// <summary>A known OSC address has other arguments than wanted.</summary>
        OscArguments
    }
}
