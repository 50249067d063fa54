namespace Koekata.Receiving
{
    /// <summary>Values by names that stand percent-encoded in OSC addresses.</summary>
    internal sealed class DatagramValues
    {
        const int Most = 2048;
        const int Longest = 1024;

        readonly NameIndex index = new NameIndex(Most, Longest);
        readonly NamedValues values;

        internal DatagramValues(NamedValues values)
        {
            this.values = values;
        }

        /// <summary>The number of a name; -1 where there is no room.</summary>
        internal int Obtain(byte[] data, int start, int size)
        {
            int before = index.Count, found = index.Obtain(data, start, size);
            if (index.Count > before)
                values.Add(Percent.Decoded(data, start, size));
            return found;
        }
    }
}
