namespace Koekata.Receiving
{
    /// <summary>
    /// Bytes to messages, as mappings/STREAM.md says: strict, and safe against whatever arrives. Nothing is thrown, and
    /// nothing is allocated but texts that changed. What it hands out is filled anew by the next message. Not for two
    /// threads at once.
    /// </summary>
    public sealed class StreamDecoder
    {
        readonly Fields fields = new Fields();

        /// <summary>The last layout.</summary>
        public LayoutMessage Layout { get; private set; }

        /// <summary>The last frame.</summary>
        public FrameMessage Frame { get; private set; }

        /// <summary>The last status.</summary>
        public StatusMessage Status { get; private set; }

        /// <summary>The session of the last message.</summary>
        public ulong Session { get; private set; }

        /// <summary>What the last payload was.</summary>
        public MessageKind Kind { get; private set; }

        /// <summary>What was wrong with the last payload.</summary>
        public StreamFault Fault
        {
            get { return fields.Fault; }
        }

        /// <summary>A decoder without any message.</summary>
        public StreamDecoder()
        {
            Layout = new LayoutMessage();
            Frame = new FrameMessage();
            Status = new StatusMessage();
        }

        /// <summary>The key that was wrong; empty where the fault is that of the whole payload.</summary>
        public string FaultKey
        {
            get { return Fault > StreamFault.Malformed && Fault < StreamFault.Topic ? MessageKeys.Name(fields.At) : ""; }
        }

        /// <summary>Decodes and checks the first <paramref name="count"/> bytes.</summary>
        public MessageKind Decode(byte[] payload, int count)
        {
            fields.Begin(payload, count);
            if (fields.Integer(MessageKey.Version, long.MinValue) != StreamLimits.Version)
                fields.Refuse(StreamFault.Version, MessageKey.Version);
            MessageKind kind = ReadKind();
            ReadSession();
            ReadBody(kind);
            Kind = fields.Good ? kind : MessageKind.Refused;
            return Kind;
        }

        /// <summary>Whether the last message belongs under a topic. Otherwise it is refused.</summary>
        public bool CheckTopic(byte[] topic, int count)
        {
            bool good = Kind == MessageKind.Unknown ||
                (Kind == MessageKind.Status ? Topics.IsStatus(topic, count) : Topics.IsPerformer(topic, count, Performer()));
            if (good)
                return Kind != MessageKind.Refused;
            fields.Refuse(StreamFault.Topic, MessageKey.Performer);
            Kind = MessageKind.Refused;
            return false;
        }

        int Performer()
        {
            return Kind == MessageKind.Layout ? Layout.Performer : Frame.Performer;
        }

        MessageKind ReadKind()
        {
            int start, size = fields.Text(MessageKey.Type, StreamLimits.NameLength, out start);
            if (!fields.Good)
                return MessageKind.Refused;
            if (Ascii.Same(fields.Data, start, size, "frame"))
                return MessageKind.Frame;
            if (Ascii.Same(fields.Data, start, size, "layout"))
                return MessageKind.Layout;
            return Ascii.Same(fields.Data, start, size, "status") ? MessageKind.Status : MessageKind.Unknown;
        }

        void ReadSession()
        {
            int start, size = fields.Text(MessageKey.Session, StreamLimits.NameLength, out start);
            ulong found;
            if (!fields.Good)
                return;
            if (Hexadecimal.Read(fields.Data, start, size, out found))
                Session = found;
            else
                fields.Refuse(StreamFault.OutOfRange, MessageKey.Session);
        }

        void ReadBody(MessageKind kind)
        {
            if (!fields.Good)
                return;
            if (kind == MessageKind.Frame)
                Frame.Read(fields);
            else if (kind == MessageKind.Layout)
                Layout.Read(fields);
            else if (kind == MessageKind.Status)
                Status.Read(fields);
        }
    }
}
