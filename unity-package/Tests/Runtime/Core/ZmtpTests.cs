using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using Koekata.Receiving;
using NUnit.Framework;

namespace Koekata.Tests
{
    /// <summary>The package's own ZeroMQ client against a sender that is written byte by byte (ZMTP 3.0).</summary>
    [TestFixture]
    public sealed class ZmtpTests
    {
        const double PatienceSeconds = 20.0;

        TcpListener listener;
        ZmqTransport transport;

        [SetUp]
        public void Begin()
        {
            listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            int port = ((IPEndPoint)listener.LocalEndpoint).Port;
            transport = new ZmqTransport(new ZmqSettings { Address = "tcp://127.0.0.1:" + port, Client = ZmqClient.Own });
            transport.Start();
        }

        [TearDown]
        public void End()
        {
            transport.Dispose();
            listener.Stop();
            Assert.That(transport.Running, Is.False);
        }

        [Test]
        public void AMessageThatComesInSingleBytesIsWhole()
        {
            using (TcpClient sender = Agree())
            {
                var frame = new List<byte>(Frame(1, "koekata/1/0/"));
                frame.AddRange(Frame(0, "content"));
                foreach (byte single in frame)
                {
                    sender.GetStream().WriteByte(single);
                    sender.GetStream().Flush();
                }
                Wait(() => transport.Packets.Take());
                Packet taken = transport.Packets.Taken;
                Assert.That(Encoding.ASCII.GetString(taken.Topic, 0, taken.TopicCount), Is.EqualTo("koekata/1/0/"));
                Assert.That(Encoding.ASCII.GetString(taken.Data, 0, taken.Count), Is.EqualTo("content"));
                Assert.That(taken.Fault, Is.EqualTo(StreamFault.None));
            }
        }

        [Test]
        public void MessagesThatComeTogetherAreTakenOneByOne()
        {
            using (TcpClient sender = Agree())
            {
                var both = new List<byte>(Frame(1, "a"));
                both.AddRange(Frame(0, "1"));
                both.AddRange(Frame(0, "alone"));
                both.AddRange(Frame(1, "b"));
                both.AddRange(Frame(0, "2"));
                sender.GetStream().Write(both.ToArray(), 0, both.Count);
                var faults = new List<StreamFault>();
                while (faults.Count < 3)
                {
                    Wait(() => transport.Packets.Take());
                    faults.Add(transport.Packets.Taken.Fault);
                }
                Assert.That(faults, Is.EqualTo(new[] { StreamFault.None, StreamFault.Parts, StreamFault.None }));
            }
        }

        [Test]
        public void ALineThatIsCutIsBuiltAnew()
        {
            Agree().Close();
            using (TcpClient sender = Agree())
            {
                byte[] message = Frame(0, "alone");
                sender.GetStream().Write(message, 0, message.Length);
                Wait(() => transport.Packets.Take());
            }
        }

        [Test]
        public void APingIsAnswered()
        {
            using (TcpClient sender = Agree())
            {
                byte[] ping = Command("PING", 0, 10, (byte)'x');
                sender.GetStream().Write(ping, 0, ping.Length);
                Assert.That(Read(sender, 8), Is.EqualTo(Command("PONG", (byte)'x')));
            }
        }

        [Test]
        public void ASenderThatWantsEncryptionIsTold()
        {
            using (TcpClient sender = Accept())
            {
                Send(sender, Greeting("CURVE"));
                Wait(() => transport.Error.Length > 0);
                StringAssert.Contains("CURVE", transport.Error);
            }
        }

        [Test]
        public void AnotherProgramAtTheAddressIsTold()
        {
            using (TcpClient sender = Accept())
            {
                Send(sender, Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\n" + new string('x', 64)));
                Wait(() => transport.Error.Length > 0);
                StringAssert.Contains("no ZeroMQ sender", transport.Error);
            }
        }

        TcpClient Accept()
        {
            TcpClient sender = listener.AcceptTcpClient();
            sender.ReceiveTimeout = (int)(1000 * PatienceSeconds);
            Assert.That(Read(sender, 64)[10], Is.EqualTo(3));
            return sender;
        }

        // Greeting and READY of both sides, and the subscription: a frame of 1 and the beginning of the topics.
        TcpClient Agree()
        {
            TcpClient sender = Accept();
            Send(sender, Greeting("NULL"));
            byte[] ready = Read(sender, 2);
            Assert.That(ready[0], Is.EqualTo(4));
            StringAssert.Contains("SUB", Encoding.ASCII.GetString(Read(sender, ready[1])));
            Send(sender, Command("READY", Property("Socket-Type", "PUB")));
            byte[] subscription = Read(sender, 2);
            Assert.That(Read(sender, subscription[1])[0], Is.EqualTo(1));
            return sender;
        }

        static byte[] Property(string name, string value)
        {
            var bytes = new List<byte> { (byte)name.Length };
            bytes.AddRange(Encoding.ASCII.GetBytes(name));
            bytes.AddRange(new byte[] { 0, 0, 0, (byte)value.Length });
            bytes.AddRange(Encoding.ASCII.GetBytes(value));
            return bytes.ToArray();
        }

        static byte[] Greeting(string mechanism)
        {
            var greeting = new byte[64];
            greeting[0] = 0xFF;
            greeting[9] = 0x7F;
            greeting[10] = 3;
            Encoding.ASCII.GetBytes(mechanism).CopyTo(greeting, 12);
            return greeting;
        }

        static byte[] Command(string name, params byte[] body)
        {
            var bytes = new List<byte> { 4, (byte)(1 + name.Length + body.Length), (byte)name.Length };
            bytes.AddRange(Encoding.ASCII.GetBytes(name));
            bytes.AddRange(body);
            return bytes.ToArray();
        }

        static byte[] Frame(byte flags, string text)
        {
            var bytes = new List<byte> { flags, (byte)text.Length };
            bytes.AddRange(Encoding.ASCII.GetBytes(text));
            return bytes.ToArray();
        }

        static void Send(TcpClient sender, byte[] bytes)
        {
            sender.GetStream().Write(bytes, 0, bytes.Length);
        }

        static byte[] Read(TcpClient sender, int count)
        {
            var bytes = new byte[count];
            for (int at = 0; at < count;)
            {
                int got = sender.GetStream().Read(bytes, at, count - at);
                Assert.That(got, Is.GreaterThan(0), "the line was cut");
                at += got;
            }
            return bytes;
        }

        static void Wait(Func<bool> wanted)
        {
            double end = LocalClock.Now() + PatienceSeconds;
            while (!wanted())
            {
                Assert.That(LocalClock.Now(), Is.LessThan(end), "nothing came");
                Thread.Sleep(2);
            }
        }
    }
}
