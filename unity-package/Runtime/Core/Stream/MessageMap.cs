namespace Koekata.Receiving
{
    /// <summary>
    /// Where the values of the known keys stand in a payload. Of a key that stands twice, the last counts.
    /// </summary>
    internal sealed class MessageMap
    {
        const int Missing = -1;

        readonly int[] positions = new int[MessageKeys.Count];
        readonly MessagePackReader reader;

        internal MessageMap(MessagePackReader reader)
        {
            this.reader = reader;
        }

        /// <summary>False where the payload is not one whole map.</summary>
        internal bool Index(byte[] payload, int count)
        {
            for (int key = 0; key < positions.Length; key++)
                positions[key] = Missing;
            reader.Begin(payload, count);
            if (!reader.Next() || reader.Kind != ValueKind.Map)
                return false;
            int pairs = reader.Size;
            for (int i = 0; i < pairs; i++)
                if (!IndexPair())
                    return false;
            return reader.AtEnd;
        }

        internal bool Has(MessageKey key)
        {
            return positions[(int)key] != Missing;
        }

        /// <summary>Reads the value of a key that is there.</summary>
        internal void Read(MessageKey key)
        {
            reader.Position = positions[(int)key];
            reader.Next();
        }

        bool IndexPair()
        {
            if (!reader.Next() || reader.IsContainer)
                return false;
            int key = MessageKeys.None;
            if (reader.Kind == ValueKind.Text)
                key = MessageKeys.Find(reader.Data, reader.Start, reader.Size);
            if (key != MessageKeys.None)
                positions[key] = reader.Position;
            return reader.Skip();
        }
    }
}
