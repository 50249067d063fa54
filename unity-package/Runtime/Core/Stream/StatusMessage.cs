namespace Koekata.Receiving
{
    /// <summary>The state of the source; one object, filled anew.</summary>
    public sealed class StatusMessage
    {
        readonly KeptText detail = new KeptText();
        readonly int[] ids = new int[StreamLimits.Performer + 1];
        readonly int[] reading = new int[StreamLimits.Performer + 1];

        /// <summary>What the source does.</summary>
        public SourceState State { get; internal set; }

        /// <summary>For people.</summary>
        public string Detail
        {
            get { return detail.Text; }
        }

        /// <summary>Unix time of the message in nanoseconds.</summary>
        public long WallNs { get; private set; }

        /// <summary>How many performers have been seen in this session.</summary>
        public int PerformerCount { get; private set; }

        /// <summary>The id of one of them.</summary>
        public int Performer(int index)
        {
            return ids[index];
        }

        internal void Read(Fields fields)
        {
            int start, size = fields.Text(MessageKey.State, StreamLimits.NameLength, out start);
            SourceState state = fields.Good ? SourceStates.Find(fields.Data, start, size) : SourceState.Unknown;
            if (state == SourceState.Unknown)
                fields.Refuse(StreamFault.OutOfRange, MessageKey.State);
            int length = fields.Text(MessageKey.Detail, StreamLimits.DetailLength, out start);
            long wall = fields.Integer(MessageKey.WallNs);
            int count = fields.Integers(MessageKey.Performers, reading, StreamLimits.Performer);
            if (!fields.Good)
                return;
            State = state;
            detail.Take(fields.Data, start, length);
            WallNs = wall;
            PerformerCount = count;
            System.Array.Copy(reading, ids, count);
        }

        /// <summary>Takes what an OSC message says.</summary>
        internal void Take(SourceState state, byte[] data, int start, int size)
        {
            State = state;
            detail.Take(data, start, size);
        }
    }
}
