using System.Linq;
using NUnit.Framework;

namespace Koekata.Receiving.Tests
{
    /// <summary>OSC and VMC become the same performers as the stream.</summary>
    [TestFixture]
    public sealed class OscTests
    {
        OscIntake intake;
        Packet packet;

        [SetUp]
        public void Begin()
        {
            intake = new OscIntake(new SubjectTable(new PlaybackSettings { Mode = PlaybackMode.Latest }), "/koekata");
            packet = new Packet();
        }

        [Test]
        public void FrameOfKoekataIsWhole()
        {
            Send(OscMaker.Frame(5), 1.0);
            FaceFrame face = intake.Subjects.Find(0).Sample(1.0);
            Assert.That(face.Layout.Name(0), Is.EqualTo("jawOpen"));
            Assert.That(face.Weights[0], Is.EqualTo(0.5).Within(1e-7));
            Assert.That(face.ChannelConfidence[0], Is.EqualTo(1.0));
            Assert.That(face.HeadYpr[0], Is.EqualTo(60.0));
            Assert.That(face.HeadRotation[1], Is.EqualTo(0.5).Within(1e-7));
            Assert.That(face.HeadTranslation, Is.EqualTo(new[] { 0.1, 0.2, -0.5 }).Within(1e-7));
            Assert.That(face.Gaze, Is.EqualTo(new[] { 1.0, 2.0, 3.0, 4.0 }));
            Assert.That(face.Sequence, Is.EqualTo(5));
            Assert.That(face.SenderS, Is.EqualTo(1700000000.0 + 5 / 60.0).Within(1e-6));
            Assert.That(face.Confidence, Is.EqualTo(0.9).Within(1e-7));
            Assert.That(face.Tracked && face.HasHead && face.HasGaze && face.HasTranslation, Is.True);
            Assert.That(intake.Subjects.Find(0).Targets.Name(0), Is.EqualTo("声"));
            Assert.That(intake.Subjects.Find(0).Targets[0], Is.EqualTo(0.25));
        }

        [Test]
        public void NothingShowsBeforeTheFrameIsWhole()
        {
            Send(OscMaker.Message("/koekata/0/jawOpen", "f", 0.5f), 1.0);
            Assert.That(intake.Subjects.Find(0).Sample(1.0), Is.Null);
            Send(OscMaker.Message("/koekata/0/frame", "hdFf", 1L, 0.5, 0f), 1.0);
            FaceFrame face = intake.Subjects.Find(0).Sample(1.0);
            Assert.That(face.Weights[0], Is.EqualTo(0.5));
            Assert.That(face.Tracked, Is.False);
            Assert.That(face.HasHead, Is.False);
        }

        [Test]
        public void ChannelThatIsNotSentAnyMoreIsKeptForHalfASecondAndThenNotObserved()
        {
            Send(OscMaker.Frame(1), 1.0);
            Send(OscMaker.Message("/koekata/0/frame", "hdTf", 2L, 0.1, 1f), 1.4);
            Assert.That(intake.Subjects.Find(0).Sample(1.4).ChannelConfidence[0], Is.EqualTo(1.0));
            Send(OscMaker.Message("/koekata/0/frame", "hdTf", 3L, 0.2, 1f), 1.6);
            Assert.That(intake.Subjects.Find(0).Sample(1.6).ChannelConfidence[0], Is.EqualTo(0.0));
        }

        [Test]
        public void LateDatagramIsDroppedAndARestartIsFollowed()
        {
            Send(OscMaker.Frame(500), 1.0);
            Send(OscMaker.Frame(499), 1.01);
            Assert.That(intake.Subjects.Find(0).Outdated, Is.EqualTo(1));
            Send(OscMaker.Frame(0), 1.02);
            Send(OscMaker.Frame(1), 1.03);
            Assert.That(intake.Subjects.Find(0).Frames, Is.EqualTo(3));
            Send(OscMaker.Frame(0), 2.0);
            Assert.That(intake.Subjects.Find(0).Frames, Is.EqualTo(4));
        }

        [Test]
        public void StateOfTheSourceIsTold()
        {
            Send(OscMaker.Message("/koekata/status", "ss", "lost", "cable"), 1.0);
            Assert.That(intake.Subjects.Status.State, Is.EqualTo(SourceState.Lost));
            Assert.That(intake.Subjects.Status.Detail, Is.EqualTo("cable"));
        }

        [Test]
        public void VmcIsTurnedToTheAxesAndNamesOfTheStream()
        {
            Send(OscMaker.Vmc(), 1.0);
            FaceFrame face = intake.Subjects.Find(0).Sample(1.0);
            double jaw, joy;
            Assert.That(face.TryGet("jawOpen", out jaw), Is.True);
            Assert.That(jaw, Is.EqualTo(0.5));
            Assert.That(face.TryGet("Joy", out joy), Is.True);
            Assert.That(joy, Is.EqualTo(1.0));
            Assert.That(face.HeadYpr[0], Is.EqualTo(60.0).Within(1e-4));
            Assert.That(face.Gaze[1], Is.EqualTo(-10.0).Within(1e-4));
            Assert.That(face.HasTranslation, Is.False);
        }

        [Test]
        public void VmcShowsNothingBeforeApplyAndKnowsALostFace()
        {
            Send(OscMaker.Message("/VMC/Ext/Blend/Val", "sf", "JawOpen", 0.25f), 1.0);
            Assert.That(intake.Subjects.Find(0), Is.Null);
            Send(OscMaker.Message("/VMC/Ext/OK", "iiii", 1, 3, 0, 0), 1.0);
            Send(OscMaker.Message("/VMC/Ext/Blend/Apply", ""), 1.0);
            Assert.That(intake.Subjects.Find(0).Sample(1.0).Tracked, Is.False);
        }

        [TestCase("/koekata/0/jawOpen", "s", "wide")]
        [TestCase("/koekata/0/frame", "f", 1f)]
        [TestCase("/VMC/Ext/Blend/Val", "f", 1f)]
        public void KnownAddressWithOtherArgumentsIsCounted(string address, string types, object argument)
        {
            Send(OscMaker.Message(address, types, argument), 1.0);
            Assert.That(intake.Subjects.Faults.Of(StreamFault.OscArguments), Is.EqualTo(1));
        }

        [TestCase(1.5f, StreamFault.OutOfRange)]
        [TestCase(float.NaN, StreamFault.NotFinite)]
        public void WeightBeyondItsLimitsIsCounted(float weight, StreamFault fault)
        {
            Send(OscMaker.Message("/koekata/0/jawOpen", "f", weight), 1.0);
            Assert.That(intake.Subjects.Faults.Of(fault), Is.EqualTo(1));
        }

        [Test]
        public void UnknownAddressesTypesAndMoreArgumentsAreIgnored()
        {
            Send(OscMaker.Message("/VMC/Ext/Cam", "s", "Camera"), 1.0);
            Send(OscMaker.Message("/koekata/0/some/thing", "s", "new"), 1.0);
            Send(OscMaker.Message("/else/where", "f", 1f), 1.0);
            Send(OscMaker.Message("/koekata/0/jawOpen", "fs", 0.5f, "more"), 1.0);
            Assert.That(intake.Subjects.Faults.Total, Is.EqualTo(0));
        }

        [Test]
        public void BrokenDatagramIsCounted()
        {
            byte[] whole = OscMaker.Frame(1);
            Send(whole.Take(whole.Length - 3).ToArray(), 1.0);
            Send(new byte[] { 1, 2, 3 }, 1.0);
            byte[] deep = OscMaker.Message("/koekata/status", "ss", "running", "");
            for (int i = 0; i < 10; i++)
                deep = OscMaker.Bundle(0.0, deep);
            Send(deep, 1.0);
            Assert.That(intake.Subjects.Faults.Of(StreamFault.Osc), Is.EqualTo(3));
            Assert.That(intake.Subjects.Status, Is.Null);
        }

        void Send(byte[] datagram, double now)
        {
            packet.Set(new byte[0], datagram, now);
            intake.Take(packet);
        }
    }
}
