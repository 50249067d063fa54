using System.Text;
using Koekata.Receiving.Runner;
using NUnit.Framework;

namespace Koekata.Receiving.Tests
{
    /// <summary>Performers, sessions, layouts, loss.</summary>
    [TestFixture]
    public sealed class SubjectTests
    {
        StreamIntake intake;
        MessageMaker maker;
        Packet packet;

        [SetUp]
        public void Begin()
        {
            intake = new StreamIntake(new SubjectTable(new PlaybackSettings { Mode = PlaybackMode.Latest }));
            maker = new MessageMaker(3);
            packet = new Packet();
        }

        [Test]
        public void LossAndDuplicatesAreCounted()
        {
            Send(maker.Layout());
            foreach (long sequence in new long[] { 10, 11, 11, 14, 12, 15 })
                Send(maker.Frame(sequence));
            Subject subject = intake.Subjects.Find(0);
            Assert.That(subject.Frames, Is.EqualTo(4));
            Assert.That(subject.Lost, Is.EqualTo(2));
            Assert.That(subject.Outdated, Is.EqualTo(2));
            Assert.That(subject.Sequence, Is.EqualTo(15));
        }

        [Test]
        public void FrameOfAnUnknownLayoutOrOtherLengthIsSkipped()
        {
            Send(maker.Frame(1));
            Send(maker.Layout());
            Send(new MessageMaker(2).Frame(2));
            Send(maker.Frame(3));
            Assert.That(intake.Subjects.Find(0).Skipped, Is.EqualTo(2));
            Assert.That(intake.Subjects.Find(0).Frames, Is.EqualTo(1));
        }

        [Test]
        public void LayoutThatIsRepeatedStaysTheSameAndAnotherIsFollowed()
        {
            Send(maker.Layout());
            Send(maker.Frame(1));
            StreamLayout first = intake.Subjects.Find(0).Sample(0.0).Layout;
            Send(maker.Layout());
            Send(maker.Frame(2));
            Assert.That(intake.Subjects.Find(0).Sample(0.0).Layout, Is.SameAs(first));
            var other = new MessageMaker(5) { LayoutNumber = 2 };
            Send(other.Layout());
            Send(other.Frame(3));
            Assert.That(intake.Subjects.Find(0).Sample(0.0).Count, Is.EqualTo(5));
            Send(maker.Frame(4));
            Assert.That(intake.Subjects.Find(0).Sample(0.0).Layout, Is.SameAs(first));
        }

        [Test]
        public void NewSessionForgetsNumbersAndLayoutsAndKeepsThePerformer()
        {
            Send(maker.Layout());
            Send(maker.Frame(1000));
            Subject subject = intake.Subjects.Find(0);
            maker.Session = "1111111111111111";
            Send(maker.Frame(0));
            Assert.That(subject.Skipped, Is.EqualTo(1));
            Send(maker.Layout());
            Send(maker.Frame(1));
            Assert.That(intake.Subjects.Find(0), Is.SameAs(subject));
            Assert.That(subject.Frames, Is.EqualTo(2));
            Assert.That(subject.Lost, Is.EqualTo(0));
            Assert.That(intake.Subjects.Sessions, Is.EqualTo(2));
        }

        [Test]
        public void PerformerIsStaleAfterHalfASecond()
        {
            Send(maker.Layout());
            Subject subject = intake.Subjects.Find(0);
            Assert.That(subject.Stale(0.0), Is.True);
            packet.Set(maker.Topic, maker.Frame(1), 5.0);
            intake.Take(packet);
            Assert.That(subject.Stale(5.5), Is.False);
            Assert.That(subject.Stale(5.51), Is.True);
        }

        [Test]
        public void PerformersAreKeptApart()
        {
            foreach (int performer in new[] { 0, 3, 255 })
            {
                maker.Performer = performer;
                Send(maker.Layout());
                Send(maker.Frame(performer + 1));
            }
            Assert.That(intake.Subjects.Count, Is.EqualTo(3));
            Assert.That(intake.Subjects.Find(255).Sequence, Is.EqualTo(256));
            Assert.That(intake.Subjects.Find(1), Is.Null);
        }

        [Test]
        public void MessageWithoutTwoPartsOrTooLargeIsCounted()
        {
            packet.Set(maker.Topic, new byte[StreamLimits.Payload + 1], 0.0);
            intake.Take(packet);
            Assert.That(intake.Subjects.Faults.Of(StreamFault.TooLarge), Is.EqualTo(1));
            packet.Set(Encoding.ASCII.GetBytes(new string('k', 1000)), maker.Layout(), 0.0);
            intake.Take(packet);
            Assert.That(intake.Subjects.Faults.Of(StreamFault.Topic), Is.EqualTo(1));
        }

        void Send(byte[] payload)
        {
            packet.Set(maker.Topic, payload, 0.0);
            intake.Take(packet);
        }
    }
}
