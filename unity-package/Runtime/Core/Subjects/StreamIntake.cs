namespace Koekata.Receiving
{
    /// <summary>Takes messages of the stream into a table of performers. Bad ones cost one message.</summary>
    public sealed class StreamIntake : IIntake
    {
        readonly StreamDecoder decoder = new StreamDecoder();

        /// <summary>Fills a table.</summary>
        public StreamIntake(SubjectTable subjects)
        {
            Subjects = subjects;
        }

        /// <summary>What is filled.</summary>
        public SubjectTable Subjects { get; private set; }

        /// <summary>Takes one message.</summary>
        public void Take(Packet packet)
        {
            if (packet.Fault != StreamFault.None)
                Subjects.Faults.Add(packet.Fault, "");
            else if (decoder.Decode(packet.Data, packet.Count) == MessageKind.Refused ||
                !decoder.CheckTopic(packet.Topic, packet.TopicCount))
                Subjects.Faults.Add(decoder.Fault, decoder.FaultKey);
            else if (decoder.Kind != MessageKind.Unknown)
                Route(packet.ArrivedS);
        }

        void Route(double arrived)
        {
            Subjects.Follow(decoder.Session);
            if (decoder.Kind == MessageKind.Status)
            {
                Subjects.Status = decoder.Status;
                return;
            }
            bool isFrame = decoder.Kind == MessageKind.Frame;
            Subject subject = Subjects.Obtain(isFrame ? decoder.Frame.Performer : decoder.Layout.Performer);
            if (subject == null)
                return;
            if (isFrame)
                subject.Take(decoder.Frame, arrived);
            else
                subject.Learn(decoder.Layout);
        }
    }
}
