using System;

namespace Koekata.Receiving
{
    /// <summary>One performer. The object stays when the sender is started anew.</summary>
    public sealed class Subject
    {
        readonly LayoutShelf layouts = new LayoutShelf();
        bool hasSequence, heard;

        internal Subject(int performer, PlaybackSettings playback)
        {
            Performer = performer;
            Buffer = new JitterBuffer(playback);
            Producer = FaceModel = "";
            Targets = new NamedValues();
            Events = new NamedValues();
        }

        /// <summary>Told of every frame that is taken, in the order of coming, while messages are taken in. Keep no frame.</summary>
        public event Action<FaceFrame> Arrived;

        /// <summary>The performer's number in the stream.</summary>
        public int Performer { get; private set; }

        /// <summary>The frames that wait to be shown.</summary>
        public JitterBuffer Buffer { get; private set; }

        /// <summary>Name and version of the sender; empty until it says so.</summary>
        public string Producer { get; private set; }

        /// <summary>Name of the face model that the weights were fitted with; empty where the sender does not say.</summary>
        public string FaceModel { get; private set; }

        /// <summary>Values of the sender's own mapping table, where it sends them (OSC).</summary>
        public NamedValues Targets { get; private set; }

        /// <summary>How often each event of the sender's own mapping table fired (OSC).</summary>
        public NamedValues Events { get; private set; }

        /// <summary>Frames that were taken.</summary>
        public long Frames { get; private set; }

        /// <summary>Sequence numbers that never came.</summary>
        public long Lost { get; private set; }

        /// <summary>Frames that were not newer than the one before.</summary>
        public long Outdated { get; private set; }

        /// <summary>Frames whose layout was not known.</summary>
        public long Skipped { get; private set; }

        /// <summary>The number of the last frame.</summary>
        public long Sequence { get; private set; }

        /// <summary>When the last frame arrived, by the local clock.</summary>
        public double LastS { get; private set; }

        /// <summary>Whether nothing came for half a second, or nothing at all yet.</summary>
        public bool Stale(double now)
        {
            return !heard || now - LastS > StreamLimits.StaleSeconds;
        }

        /// <summary>
        /// The face to show at a moment of the local clock; null before the first frame. The same object each time.
        /// </summary>
        public FaceFrame Sample(double now)
        {
            return Buffer.Sample(now);
        }

        internal void Forget()
        {
            layouts.Clear();
            Buffer.Clear();
            hasSequence = false;
        }

        internal void Learn(LayoutMessage message)
        {
            Producer = message.Producer;
            FaceModel = message.FaceModel;
            layouts.Learn(message);
        }

        internal void Take(FrameMessage message, double arrived)
        {
            StreamLayout layout = layouts.Of(message);
            if (layout == null)
                Skipped++;
            else if (IsNewer(message.Sequence))
            {
                Buffer.Next().Take(message, layout, arrived);
                Add(arrived);
            }
        }

        /// <summary>Takes in what was written into the buffer's next frame.</summary>
        internal void Add(double arrived)
        {
            Buffer.Added();
            Frames++;
            LastS = arrived;
            heard = true;
            if (Arrived != null)
                Arrived(Buffer.Newest);
        }

        /// <summary>Counts what is missing before a frame; false for one that is late or came already.</summary>
        internal bool IsNewer(long sequence)
        {
            if (hasSequence && sequence <= Sequence)
            {
                Outdated++;
                return false;
            }
            if (hasSequence)
                Lost += sequence - Sequence - 1;
            hasSequence = true;
            Sequence = sequence;
            return true;
        }
    }
}
