using System;
using System.Threading;
using NUnit.Framework;

namespace Koekata.Receiving.Tests
{
    /// <summary>Packets go from thread to thread whole, in order, and the newest survive.</summary>
    [TestFixture]
    public sealed class PacketRingTests
    {
        [Test]
        public void PacketsComeOutInOrder()
        {
            var ring = new PacketRing(8);
            Write(ring, 0, 5);
            for (int i = 0; i < 5; i++)
            {
                Assert.That(ring.Take(), Is.True);
                Assert.That(BitConverter.ToInt32(ring.Taken.Data, 0), Is.EqualTo(i));
            }
            Assert.That(ring.Take(), Is.False);
            Assert.That(ring.Overrun, Is.EqualTo(0));
        }

        [Test]
        public void OldestMakeWayForTheNewest()
        {
            var ring = new PacketRing(8);
            Write(ring, 0, 100);
            for (int i = 92; i < 100; i++)
            {
                Assert.That(ring.Take(), Is.True);
                Assert.That(BitConverter.ToInt32(ring.Taken.Data, 0), Is.EqualTo(i));
            }
            Assert.That(ring.Take(), Is.False);
            Assert.That(ring.Overrun, Is.EqualTo(92));
        }

        [Test]
        public void TwoThreadsNeverShareAPacket()
        {
            const int count = 200000;
            var ring = new PacketRing(4);
            var writer = new Thread(() => Write(ring, 0, count)) { IsBackground = true };
            writer.Start();
            int last = -1, torn = 0;
            while (last < count - 1)
            {
                bool ended = !writer.IsAlive;
                if (!ring.Take() && ended)
                    break;
                if (ring.Taken.Count == 0)
                    continue;
                last = Math.Max(last, BitConverter.ToInt32(ring.Taken.Data, 0));
                if (!Whole(ring.Taken))
                    torn++;
            }
            Assert.That(writer.Join(5000), Is.True);
            Assert.That(torn, Is.EqualTo(0));
            Assert.That(last, Is.EqualTo(count - 1), "the newest is never lost");
        }

        static void Write(PacketRing ring, int first, int count)
        {
            var topic = new byte[0];
            var payload = new byte[64];
            for (int i = first; i < first + count; i++)
            {
                for (int k = 0; k < payload.Length; k++)
                    payload[k] = (byte)(i >> (8 * (k % 4)));
                ring.Spare.Set(topic, payload, i);
                ring.Write();
            }
        }

        static bool Whole(Packet packet)
        {
            for (int k = 4; k < packet.Count; k++)
                if (packet.Data[k] != packet.Data[k % 4])
                    return false;
            return packet.Count == 64;
        }
    }
}
