namespace Koekata.Receiving
{
    /// <summary>
    /// Takes OSC datagrams into a table of performers: Koekata's own addresses, and VMC. Others are ignored.
    /// </summary>
    public sealed class OscIntake : IIntake, IOscSink
    {
        const string VmcPrefix = "/VMC/Ext/";

        readonly OscReader reader;
        readonly string prefix;
        readonly KoekataOsc koekata;
        readonly VmcFace vmc;
        double arrived;

        /// <summary>
        /// Fills a table; <paramref name="prefix"/> is the beginning of Koekata's own addresses, such as "/koekata".
        /// </summary>
        public OscIntake(SubjectTable subjects, string prefix)
        {
            Subjects = subjects;
            this.prefix = prefix + "/";
            koekata = new KoekataOsc(subjects);
            vmc = new VmcFace(subjects);
            reader = new OscReader(this);
        }

        /// <summary>What is filled.</summary>
        public SubjectTable Subjects { get; private set; }

        /// <summary>Takes one datagram. What is broken costs the rest of the datagram.</summary>
        public void Take(Packet packet)
        {
            arrived = packet.ArrivedS;
            if (packet.Fault != StreamFault.None)
                Subjects.Faults.Add(packet.Fault, "");
            else if (!reader.Read(packet.Data, packet.Count))
                Subjects.Faults.Add(StreamFault.Osc, "");
        }

        void IOscSink.Take(OscMessage message, double sentS)
        {
            StreamFault fault = StreamFault.None;
            int address = message.Address, size = message.AddressSize;
            if (Ascii.Begins(message.Data, address, size, prefix))
                fault = koekata.Take(message, address + prefix.Length, size - prefix.Length, sentS, arrived);
            else if (Ascii.Begins(message.Data, address, size, VmcPrefix))
                fault = vmc.Take(message, address + VmcPrefix.Length, size - VmcPrefix.Length, arrived);
            if (fault != StreamFault.None)
                Subjects.Faults.Add(fault, Subjects.Faults.Of(fault) == 0 ? Utf8.Text(message.Data, address, size) : "");
        }
    }
}
