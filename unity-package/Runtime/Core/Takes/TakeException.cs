using System;

namespace Koekata.Takes
{
    /// <summary>A file is no recording, or is damaged.</summary>
    public sealed class TakeException : Exception
    {
        internal TakeException(string message) : base(message)
        {
        }
    }
}
