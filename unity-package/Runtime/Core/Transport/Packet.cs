using System;

namespace Koekata.Receiving
{
    /// <summary>One message of a transport. Packets are used again and again.</summary>
    public sealed class Packet
    {
        const int FirstCapacity = 4096;
        const int TopicCapacity = 64;

        /// <summary>A packet without content.</summary>
        public Packet()
        {
            Topic = new byte[TopicCapacity];
            Data = new byte[FirstCapacity];
        }

        /// <summary>The first <see cref="TopicCount"/> bytes are the topic.</summary>
        public byte[] Topic { get; private set; }

        /// <summary>Bytes of the topic; one that is too long is cut off, and no topic that is known.</summary>
        public int TopicCount { get; private set; }

        /// <summary>The first <see cref="Count"/> bytes are the content.</summary>
        public byte[] Data { get; private set; }

        /// <summary>Bytes of the content.</summary>
        public int Count { get; internal set; }

        /// <summary>When it arrived, see <see cref="LocalClock"/>.</summary>
        public double ArrivedS { get; internal set; }

        /// <summary>What the transport found wrong.</summary>
        public StreamFault Fault { get; internal set; }

        internal long Number { get; set; }

        /// <summary>Empties the packet for a message that arrived at a moment.</summary>
        public void Begin(double arrived)
        {
            TopicCount = Count = 0;
            Fault = StreamFault.None;
            ArrivedS = arrived;
        }

        /// <summary>Makes room for a topic; the number of bytes that may be copied to <see cref="Topic"/>.</summary>
        internal int BeginTopic(long size)
        {
            TopicCount = (int)Math.Min(size, TopicCapacity);
            return TopicCount;
        }

        /// <summary>Makes room for the content; nothing is kept of one that is too large.</summary>
        internal int BeginData(long size)
        {
            if (size > StreamLimits.Payload)
            {
                Fault = StreamFault.TooLarge;
                size = 0;
            }
            if (Data.Length < size)
                Data = new byte[Math.Min(StreamLimits.Payload, Math.Max(size, 2L * Data.Length))];
            Count = (int)size;
            return Count;
        }

        /// <summary>Takes a whole message, as for a test.</summary>
        public void Set(byte[] topic, byte[] data, double arrived)
        {
            Begin(arrived);
            Array.Copy(topic, Topic, BeginTopic(topic.Length));
            // Making room may bring another array.
            int count = BeginData(data.Length);
            Array.Copy(data, Data, count);
        }
    }
}
