using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using NUnit.Framework;

namespace Koekata.Receiving.Tests
{
    /// <summary>Real sockets: faults are told and mended, and the end is clean.</summary>
    [TestFixture]
    public sealed class TransportTests
    {
        const double PatienceSeconds = 20.0;

        [Test]
        public void DatagramsArriveAndGarbageIsCounted()
        {
            var transport = new UdpTransport(new UdpSettings { Port = 0 });
            using (var receiver = new Receiver(transport, new OscIntake(new SubjectTable(new PlaybackSettings()), "/koekata")))
            using (var sender = new UdpClient())
            {
                receiver.Start();
                Wait(() => transport.Port > 0);
                sender.Connect(IPAddress.Loopback, transport.Port);
                Send(sender, new byte[] { 1, 2, 3 });
                Send(sender, new byte[0]);
                Send(sender, OscMaker.Frame(7));
                Wait(() => receiver.Update() >= 0 && receiver.Subjects.Find(0) != null);
                Assert.That(receiver.Subjects.Find(0).Sequence, Is.EqualTo(7));
                Assert.That(receiver.Subjects.Faults.Of(StreamFault.Osc), Is.GreaterThanOrEqualTo(1));
            }
            Assert.That(transport.Running, Is.False);
        }

        [Test]
        public void PortThatIsTakenIsToldAndTriedAgain()
        {
            var holder = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
            var transport = new UdpTransport(new UdpSettings { Port = ((IPEndPoint)holder.Client.LocalEndPoint).Port });
            transport.Start();
            Wait(() => transport.Error.Length > 0);
            Assert.That(transport.Error, Is.StringContaining("UDP port"));
            holder.Close();
            Wait(() => transport.Error.Length == 0 && transport.Port > 0);
            transport.Dispose();
            Assert.That(transport.Running, Is.False);
        }

        [TestCase("localhost:1:2", "", "is no address to listen to")]
        [TestCase("tcp://127.0.0.1:1", "short", "CURVE")]
        public void WrongSettingsOfZeroMqAreTold(string address, string key, string expected)
        {
            var settings = new ZmqSettings { Address = address, ServerKey = key, PublicKey = key, SecretKey = key };
            var transport = new ZmqTransport(settings);
            transport.Start();
            Wait(() => transport.Error.Length > 0);
            string error = transport.Error;
            transport.Dispose();
            Assert.That(transport.Running, Is.False);
            if (error.Contains("libzmq cannot be used"))
                Assert.Ignore("libzmq is not here");
            Assert.That(error, Is.StringContaining(expected));
        }

        [Test]
        public void ListenerWithoutASenderEndsCleanly()
        {
            var transport = new ZmqTransport(new ZmqSettings { Address = "tcp://127.0.0.1:9" });
            transport.Start();
            Thread.Sleep(50);
            transport.Dispose();
            transport.Dispose();
            Assert.That(transport.Running, Is.False);
        }

        static void Send(UdpClient sender, byte[] datagram)
        {
            sender.Send(datagram, datagram.Length);
        }

        static void Wait(Func<bool> ready)
        {
            double end = LocalClock.Now() + PatienceSeconds;
            while (!ready())
            {
                Assert.That(LocalClock.Now(), Is.LessThan(end), "in time");
                Thread.Sleep(5);
            }
        }
    }
}
