using System;
using Koekata.Mapping;
using Koekata.Receiving.Runner;
using NUnit.Framework;

namespace Koekata.Receiving.Tests
{
    /// <summary>Frames that are received cost no memory.</summary>
    [TestFixture]
    public sealed class ReceiveAllocationTests
    {
        const int Frames = 10000;
        const int WarmUp = 500;

        [TestCase(PlaybackMode.Latest)]
        [TestCase(PlaybackMode.Smooth)]
        public void StreamFromThePacketToTheTargetsAllocatesNothing(PlaybackMode mode)
        {
            var maker = new MessageMaker(61);
            var intake = new StreamIntake(new SubjectTable(new PlaybackSettings { Mode = mode }));
            var evaluator = new Evaluator(new TableLoader().LoadText(
                @"{""version"": 1, ""rows"": [{""id"": ""r"", ""from"": ""jawOpen"", ""to"": ""x""}]}"));
            MappingFrame frame = evaluator.NewFrame();
            var input = new StreamInput();
            var messages = new byte[Frames + WarmUp][];
            for (int i = 0; i < messages.Length; i++)
                messages[i] = i % 60 == 0 ? maker.Layout() : maker.Frame(i);
            var packet = new Packet();
            byte[] topic = maker.Topic;
            double sum = 0.0;
            Assert.That(BytesOf(i =>
            {
                packet.Set(topic, messages[i], i / 60.0);
                intake.Take(packet);
                FaceFrame face = intake.Subjects[0].Sample(i / 60.0 + 0.004);
                if (face == null)
                    return;
                input.Fill(face, i / 60.0, false, frame);
                sum += evaluator.Step(frame, input.Dt)[0];
            }), Is.EqualTo(0));
            Assert.That(intake.Subjects[0].Frames, Is.GreaterThan(Frames));
            Assert.That(sum, Is.GreaterThan(0.0));
        }

        [Test]
        public void OscAndVmcAllocateNothing()
        {
            var intake = new OscIntake(new SubjectTable(new PlaybackSettings()), "/koekata");
            var datagrams = new byte[Frames + WarmUp][];
            for (int i = 0; i < datagrams.Length; i++)
                datagrams[i] = i % 2 == 0 ? OscMaker.Frame(i) : OscMaker.Vmc(0.5f, i / 60f);
            var packet = new Packet();
            var empty = new byte[0];
            Assert.That(BytesOf(i =>
            {
                packet.Set(empty, datagrams[i], i / 60.0);
                intake.Take(packet);
                intake.Subjects[0].Sample(i / 60.0);
            }), Is.EqualTo(0));
            Assert.That(intake.Subjects[0].Frames, Is.GreaterThan(Frames / 2));
        }

        [Test]
        public void MessagesThatAreRefusedAllocateNothing()
        {
            var intake = new StreamIntake(new SubjectTable(new PlaybackSettings()));
            byte[] broken = new MessageMaker(61).Frame(1);
            broken[3] ^= 0xFF;
            var packet = new Packet();
            var topic = new byte[0];
            Assert.That(BytesOf(i =>
            {
                packet.Set(topic, broken, i);
                intake.Take(packet);
            }), Is.EqualTo(0));
            Assert.That(intake.Subjects.Faults.Total, Is.EqualTo(Frames + WarmUp));
        }

        [Test]
        public void HandingOverAllocatesNothing()
        {
            var ring = new PacketRing(8);
            var topic = new byte[4];
            var payload = new byte[2000];
            long bytes = 0;
            Assert.That(BytesOf(i =>
            {
                ring.Spare.Set(topic, payload, i);
                ring.Write();
                if (i % 3 == 0)
                    while (ring.Take())
                        bytes += ring.Taken.Count;
            }), Is.EqualTo(0));
            Assert.That(bytes, Is.GreaterThan(Frames * 1000L));
        }

        static long BytesOf(Action<int> frame)
        {
            for (int i = 0; i < WarmUp; i++)
                frame(i);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = WarmUp; i < WarmUp + Frames; i++)
                frame(i);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
