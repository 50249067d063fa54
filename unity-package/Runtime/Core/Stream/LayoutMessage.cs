namespace Koekata.Receiving
{
    /// <summary>
    /// The names of a performer's weights; one object, filled anew, good until the next message is decoded.
    /// </summary>
    public sealed class LayoutMessage
    {
        readonly NameSpans names = new NameSpans();
        readonly KeptText producer = new KeptText();
        readonly KeptText faceModel = new KeptText();
        byte[] data;
        int start, end;

        /// <summary>Whose names they are.</summary>
        public int Performer { get; private set; }

        /// <summary>Identifies the list within the session.</summary>
        public long Number { get; private set; }

        /// <summary>How many names there are.</summary>
        public int Count
        {
            get { return names.Count; }
        }

        /// <summary>Name and version of the sender.</summary>
        public string Producer
        {
            get { return producer.Text; }
        }

        /// <summary>Name and edition of the face model; empty where the sender does not say.</summary>
        public string FaceModel
        {
            get { return faceModel.Text; }
        }

        /// <summary>The names in the order of the weights. Allocates.</summary>
        public string[] Names()
        {
            return names.Texts();
        }

        internal void Read(Fields fields)
        {
            Performer = (int)fields.Integer(MessageKey.Performer, 0, StreamLimits.Performer);
            Number = fields.Integer(MessageKey.Layout);
            ReadNames(fields);
            ReadText(fields, MessageKey.Producer, producer);
            if (fields.Has(MessageKey.FaceModel))
                ReadText(fields, MessageKey.FaceModel, faceModel);
            else
                faceModel.Take(fields.Data, 0, 0);
        }

        /// <summary>Whether a layout was made of the same bytes.</summary>
        internal bool IsOf(byte[] raw)
        {
            return raw.Length == end - start && Ascii.Same(data, start, raw, 0, raw.Length);
        }

        internal byte[] Raw()
        {
            var found = new byte[end - start];
            System.Array.Copy(data, start, found, 0, found.Length);
            return found;
        }

        void ReadNames(Fields fields)
        {
            data = fields.Data;
            names.Begin(data);
            int count = fields.Entries(MessageKey.Channels);
            start = fields.End;
            if (fields.Good && (count < 1 || count > StreamLimits.Channels))
                fields.Refuse(StreamFault.OutOfRange, MessageKey.Channels);
            for (int i = 0; i < count && fields.Good; i++)
            {
                int at, size = fields.NextText(MessageKey.Channels, StreamLimits.NameLength, out at);
                if (fields.Good && !names.Add(at, size))
                    fields.Refuse(StreamFault.Duplicate, MessageKey.Channels);
            }
            end = fields.End;
        }

        static void ReadText(Fields fields, MessageKey key, KeptText target)
        {
            int at, size = fields.Text(key, StreamLimits.DetailLength, out at);
            if (fields.Good)
                target.Take(fields.Data, at, size);
        }
    }
}
