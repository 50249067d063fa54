using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Koekata.Mapping.Tests;
using Koekata.Receiving.Runner;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace Koekata.Receiving.Tests
{
    /// <summary>Whatever arrives costs one message: nothing is thrown, nothing hangs, and memory stays within bounds.</summary>
    [TestFixture]
    public sealed class HostileInputTests
    {
        const int Rounds = 30000;

        [Test]
        public void SpoiledMessagesOfTheStreamAreCountedAndGoodOnesStillArrive()
        {
            byte[][] seeds = Vectors.Of("stream").Select(test => Hex.Bytes((string)((JObject)test.Arguments[0])["payload_hex"])).ToArray();
            var mutator = new Mutator(1);
            var intake = new StreamIntake(new SubjectTable(new PlaybackSettings()));
            var packet = new Packet();
            byte[] topic = Encoding.ASCII.GetBytes("koekata/1/0/");
            long allocated = 0, sent = 0;
            for (int i = 0; i < Rounds; i++)
            {
                byte[] message = i % 10 == 0 ? mutator.Noise(400) : mutator.Spoiled(seeds[i % seeds.Length]);
                packet.Set(topic, message, i / 1000.0);
                long before = GC.GetAllocatedBytesForCurrentThread();
                intake.Take(packet);
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                sent += message.Length;
            }
            Assert.That(intake.Subjects.Faults.Total, Is.GreaterThan(Rounds / 4));
            Assert.That(allocated, Is.LessThan(8 * sent));
            long frames = Good(intake, packet, Rounds / 1000.0);
            Assert.That(frames, Is.EqualTo(10));
        }

        [Test]
        public void SpoiledDatagramsAreCountedAndGoodOnesStillArrive()
        {
            var seeds = new List<byte[]> { OscMaker.Frame(5), OscMaker.Vmc(), OscMaker.Message("/koekata/status", "ss", "running", "x") };
            var mutator = new Mutator(2);
            var intake = new OscIntake(new SubjectTable(new PlaybackSettings()), "/koekata");
            var packet = new Packet();
            long before = GC.GetAllocatedBytesForCurrentThread(), made = 0;
            for (int i = 0; i < Rounds; i++)
            {
                long making = GC.GetAllocatedBytesForCurrentThread();
                byte[] datagram = i % 10 == 0 ? mutator.Noise(400) : mutator.Spoiled(seeds[i % seeds.Count]);
                packet.Set(new byte[0], datagram, i / 1000.0);
                made += GC.GetAllocatedBytesForCurrentThread() - making;
                intake.Take(packet);
            }
            Assert.That(intake.Subjects.Faults.Total, Is.GreaterThan(Rounds / 4));
            Assert.That(intake.Subjects.Count, Is.LessThanOrEqualTo(SubjectTable.Most));
            // New names are bounded, too: 1,024 channels and 2,048 targets a performer.
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before - made, Is.LessThan(200000000L));
            double now = Rounds / 1000.0 + 1.0;
            packet.Set(new byte[0], OscMaker.Frame(0), now);
            intake.Take(packet);
            Assert.That(intake.Subjects.Find(0).LastS, Is.EqualTo(now));
        }

        [Test]
        public void ManyPerformersAreLeftOut()
        {
            var intake = new StreamIntake(new SubjectTable(new PlaybackSettings()));
            var packet = new Packet();
            for (int performer = 0; performer < 256; performer++)
            {
                var maker = new MessageMaker(1024) { Performer = performer };
                packet.Set(maker.Topic, maker.Layout(), 0.0);
                intake.Take(packet);
            }
            Assert.That(intake.Subjects.Count, Is.EqualTo(SubjectTable.Most));
            Assert.That(intake.Subjects.LeftOut, Is.EqualTo(256 - SubjectTable.Most));
        }

        [Test]
        public void EachKindOfFaultIsToldOnce()
        {
            var told = new List<string>();
            var intake = new StreamIntake(new SubjectTable(new PlaybackSettings()));
            intake.Subjects.Faults.Report = told.Add;
            var packet = new Packet();
            for (int i = 0; i < 10; i++)
            {
                packet.Set(new byte[0], new byte[] { 0xC1 }, i);
                intake.Take(packet);
                packet.Set(new byte[0], new MessageMaker(2).Layout(), i);
                intake.Take(packet);
            }
            Assert.That(told.Count, Is.EqualTo(2));
            Assert.That(told[0], Is.StringContaining("malformed"));
            Assert.That(told[1], Is.StringContaining("topic"));
            Assert.That(intake.Subjects.Faults.Of(StreamFault.Topic), Is.EqualTo(10));
        }

        static long Good(StreamIntake intake, Packet packet, double now)
        {
            var maker = new MessageMaker(3) { Session = "0123456789abcdef" };
            packet.Set(maker.Topic, maker.Layout(), now);
            intake.Take(packet);
            long before = intake.Subjects.Find(0).Frames;
            for (int i = 0; i < 10; i++)
            {
                packet.Set(maker.Topic, maker.Frame(i), now + i / 60.0);
                intake.Take(packet);
            }
            return intake.Subjects.Find(0).Frames - before;
        }
    }
}
