using System;

namespace Koekata.Mapping
{
    /// <summary>The rest of the text cannot be read; the fault is noted.</summary>
    internal sealed class BrokenTextException : Exception
    {
    }
}
