using System;
using Koekata.Receiving;
using NUnit.Framework;

namespace Koekata.Tests
{
    /// <summary>Connections that are shared.</summary>
    [TestFixture]
    public sealed class ReceiverPoolTests
    {
        [Test]
        public void OneConnectionServesAllWhoAskForOnePlaceAndEndsWithTheLast()
        {
            using (var pool = new ReceiverPool())
            {
                Receiver first = pool.Take("udp", Make), second = pool.Take("udp", Make), other = pool.Take("other", Make);
                Assert.That(second, Is.SameAs(first));
                Assert.That(other, Is.Not.SameAs(first));
                pool.Release(first);
                Assert.That(pool.Count, Is.EqualTo(2));
                pool.Release(second);
                Assert.That(pool.Count, Is.EqualTo(1));
                Assert.That(first.Transport.Running, Is.False);
            }
        }

        [Test]
        public void TheEndOfThePoolEndsAllConnections()
        {
            var pool = new ReceiverPool();
            Receiver receiver = pool.Take("udp", Make);
            pool.Dispose();
            Assert.That(receiver.Transport.Running, Is.False);
            pool.Release(receiver);
        }

        [Test]
        public void NothingIsKeptOfAConnectionThatCannotBeMade()
        {
            using (var pool = new ReceiverPool())
            {
                Assert.Throws<FormatException>(() => pool.Take("udp", () => { throw new FormatException("no key"); }));
                Assert.That(pool.Count, Is.EqualTo(0));
            }
        }

        [Test]
        public void TheStateSaysWhatToDo()
        {
            Receiver receiver = Make();
            Assert.That(ReceiverStatus.Of((Receiver)null, 0.0), Is.EqualTo(ReceiverState.Off));
            Assert.That(ReceiverStatus.Of(receiver, 0.0), Is.EqualTo(ReceiverState.Waiting));
            StringAssert.Contains("UDP port 1", ReceiverStatus.Text(ReceiverState.Waiting, receiver, "UDP port 1"));
            receiver.Dispose();
        }

        static Receiver Make()
        {
            return Receiver.OverUdp(new UdpSettings { Port = 0 }, new PlaybackSettings());
        }
    }
}
