using System;

namespace Koekata.Receiving
{
    /// <summary>
    /// A transport, and the performers that it brings. Call <see cref="Update"/> once a tick, on one thread.
    /// </summary>
    public sealed class Receiver : IDisposable
    {
        /// <summary>Packets of one tick, so that no flood holds the caller.</summary>
        const int MostAtOnce = 512;

        readonly IIntake intake;

        /// <summary>Takes what a transport brings.</summary>
        public Receiver(Transport transport, IIntake intake)
        {
            Transport = transport;
            this.intake = intake;
        }

        /// <summary>How messages arrive.</summary>
        public Transport Transport { get; private set; }

        /// <summary>The performers.</summary>
        public SubjectTable Subjects
        {
            get { return intake.Subjects; }
        }

        /// <summary>The stream over ZeroMQ, not yet started.</summary>
        public static Receiver OverZmq(ZmqSettings settings, PlaybackSettings playback)
        {
            return new Receiver(new ZmqTransport(settings), new StreamIntake(new SubjectTable(playback)));
        }

        /// <summary>Koekata's OSC, and VMC, over UDP, not yet started.</summary>
        public static Receiver OverUdp(UdpSettings settings, PlaybackSettings playback)
        {
            return new Receiver(new UdpTransport(settings), new OscIntake(new SubjectTable(playback), settings.Prefix));
        }

        /// <summary>Begins to receive.</summary>
        public void Start()
        {
            Transport.Start();
        }

        /// <summary>Takes in what has arrived; the number of messages. Never waits.</summary>
        public int Update()
        {
            int count = 0;
            while (count < MostAtOnce && Transport.Packets.Take())
            {
                intake.Take(Transport.Packets.Taken);
                count++;
            }
            return count;
        }

        /// <summary>Ends the transport.</summary>
        public void Dispose()
        {
            Transport.Dispose();
        }
    }
}
