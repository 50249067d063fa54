using System;

namespace Koekata.Receiving
{
    /// <summary>A transport that cannot be opened; the message says how to mend it.</summary>
    public sealed class TransportException : Exception
    {
        /// <summary>With a message for people.</summary>
        public TransportException(string message) : base(message)
        {
        }
    }
}
