using System;
using System.Collections.Generic;
using System.Text;

namespace Koekata.Receiving
{
    /// <summary>
    /// One connection of a subscriber in ZeroMQ's protocol ZMTP 3.0 (https://rfc.zeromq.org/spec/23/) without encryption: bytes
    /// in, bytes out, messages out. It knows no socket.
    /// </summary>
    internal sealed class ZmtpSession
    {
        const int GreetingSize = 64;
        const int VersionPlace = 10, MechanismPlace = 12, MechanismSize = 20;
        const int More = 1, Long = 2, Command = 4;
        const int LargestFrame = 16 * StreamLimits.Payload;

        static readonly byte[] readyName = Utf8.Bytes("READY");
        static readonly byte[] pingName = Utf8.Bytes("PING");
        static readonly byte[] errorName = Utf8.Bytes("ERROR");

        readonly Queue<byte[]> outgoing = new Queue<byte[]>();
        byte[] data = new byte[StreamLimits.Payload];
        int begin, end, parts;
        bool greeted, ready;

        internal ZmtpSession()
        {
            outgoing.Enqueue(Greeting());
        }

        /// <summary>Whether both sides have agreed, and messages may come.</summary>
        internal bool Ready
        {
            get { return ready; }
        }

        /// <summary>What is to be sent next; null for nothing.</summary>
        internal byte[] ToSend()
        {
            return outgoing.Count == 0 ? null : outgoing.Dequeue();
        }

        /// <summary>Where arriving bytes may be put; call <see cref="Arrived"/> then.</summary>
        internal ArraySegment<byte> Room()
        {
            if (begin > 0)
            {
                Buffer.BlockCopy(data, begin, data, 0, end - begin);
                end -= begin;
                begin = 0;
            }
            if (end == data.Length)
                Array.Resize(ref data, 2 * data.Length);
            return new ArraySegment<byte>(data, end, data.Length - end);
        }

        internal void Arrived(int count)
        {
            end += count;
        }

        /// <summary>Takes what has arrived apart; true when a message is whole. The packet stays the same until then.</summary>
        /// <exception cref="TransportException">The other side is no ZeroMQ publisher that this can talk with.</exception>
        internal bool Next(Packet packet)
        {
            if (!greeted && !TakeGreeting())
                return false;
            int flags, size;
            while (TakeHeader(out flags, out size))
            {
                int at = begin;
                begin += size;
                if ((flags & Command) != 0)
                    Obey(at, size);
                else
                    Add(packet, at, size);
                if ((flags & (Command | More)) == 0)
                    return Finish(packet);
            }
            return false;
        }

        /// <summary>A frame that is here as a whole; false to wait for more of it.</summary>
        bool TakeHeader(out int flags, out int size)
        {
            flags = size = 0;
            if (end - begin < 2)
                return false;
            flags = data[begin];
            int head = (flags & Long) != 0 ? 9 : 2;
            if (end - begin < head)
                return false;
            long stated = head == 2 ? data[begin + 1] : LongSize(begin + 1);
            if (stated < 0 || stated > LargestFrame)
                throw new TransportException("The sender sent a message that is far too large.");
            if (end - begin - head < stated)
                return false;
            size = (int)stated;
            begin += head;
            return true;
        }

        void Add(Packet packet, int at, int size)
        {
            if (parts == 0)
            {
                packet.Begin(LocalClock.Now());
                Buffer.BlockCopy(data, at, packet.Topic, 0, packet.BeginTopic(size));
            }
            else if (parts == 1)
            {
                int kept = packet.BeginData(size);
                Buffer.BlockCopy(data, at, packet.Data, 0, kept);
            }
            parts++;
        }

        bool Finish(Packet packet)
        {
            if (parts != 2)
                packet.Fault = StreamFault.Parts;
            parts = 0;
            return true;
        }

        bool TakeGreeting()
        {
            if (end - begin < GreetingSize)
                return false;
            if (data[begin] != 0xFF || (data[begin + 9] & 1) == 0 || data[begin + VersionPlace] < 3)
                throw new TransportException("What answers at this address is no ZeroMQ sender of version 4 or newer.");
            string mechanism = Encoding.ASCII.GetString(data, begin + MechanismPlace, MechanismSize).TrimEnd('\0');
            if (mechanism != "NULL")
                throw new TransportException("The sender wants encryption (" + mechanism + "). Give its server key and your key file.");
            begin += GreetingSize;
            greeted = true;
            outgoing.Enqueue(Frame(Command, readyName, ReadyBody()));
            return true;
        }

        void Obey(int at, int size)
        {
            if (IsCommand(readyName, at, size))
            {
                ready = true;
                outgoing.Enqueue(Frame(0, new byte[] { 1 }, Utf8.Bytes(Topics.Root)));
            }
            else if (IsCommand(pingName, at, size))
                Pong(at, size);
            else if (IsCommand(errorName, at, size))
                throw new TransportException("The sender refuses the connection.");
        }

        // PING carries two bytes of time to live, which PONG leaves out.
        void Pong(int at, int size)
        {
            int skipped = 1 + pingName.Length + 2;
            var context = new byte[Math.Max(0, size - skipped)];
            Buffer.BlockCopy(data, at + skipped, context, 0, context.Length);
            outgoing.Enqueue(Frame(Command, Utf8.Bytes("PONG"), context));
        }

        bool IsCommand(byte[] name, int at, int size)
        {
            if (size <= name.Length || data[at] != name.Length)
                return false;
            for (int i = 0; i < name.Length; i++)
                if (data[at + 1 + i] != name[i])
                    return false;
            return true;
        }

        long LongSize(int at)
        {
            long size = 0;
            for (int i = 0; i < 8; i++)
                size = size << 8 | data[at + i];
            return size;
        }

        static byte[] Greeting()
        {
            var greeting = new byte[GreetingSize];
            greeting[0] = 0xFF;
            greeting[8] = 1;
            greeting[9] = 0x7F;
            greeting[VersionPlace] = 3;
            Encoding.ASCII.GetBytes("NULL").CopyTo(greeting, MechanismPlace);
            return greeting;
        }

        /// <summary>The one property that a peer must state: Socket-Type, with four bytes for the size of its value.</summary>
        static byte[] ReadyBody()
        {
            var body = new List<byte>();
            byte[] name = Utf8.Bytes("Socket-Type"), value = Utf8.Bytes("SUB");
            body.Add((byte)name.Length);
            body.AddRange(name);
            body.AddRange(new byte[] { 0, 0, 0, (byte)value.Length });
            body.AddRange(value);
            return body.ToArray();
        }

        /// <summary>A short frame; a command has its name with a byte for its length in front.</summary>
        static byte[] Frame(int flags, byte[] head, byte[] body)
        {
            var frame = new List<byte> { (byte)flags, 0 };
            if (flags == Command)
                frame.Add((byte)head.Length);
            frame.AddRange(head);
            frame.AddRange(body);
            frame[1] = (byte)(frame.Count - 2);
            return frame.ToArray();
        }
    }
}
