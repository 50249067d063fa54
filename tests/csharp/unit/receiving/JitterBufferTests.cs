using System;
using System.Collections.Generic;
using Koekata.Receiving.Runner;
using NUnit.Framework;

namespace Koekata.Receiving.Tests
{
    /// <summary>An even flow out of frames that arrive unevenly.</summary>
    [TestFixture]
    public sealed class JitterBufferTests
    {
        const double Tick = 1.0 / 90.0;

        [TestCase(0.0)]
        [TestCase(0.004)]
        [TestCase(0.02)]
        [TestCase(0.06)]
        public void TimeNeverRunsBackwardsAndValuesStayNearTheTruth(double jitter)
        {
            var made = new MadeUpStream(jitter, 3);
            var playback = new PlaybackSettings();
            double before = double.MinValue, worst = 0.0;
            for (double now = 3.0; now < 30.0; now += Tick)
            {
                FaceFrame face = made.At(now);
                Assert.That(face.SenderS, Is.GreaterThanOrEqualTo(before));
                before = face.SenderS;
                worst = Math.Max(worst, Math.Abs(face.Weights[0] - MadeUpStream.Weight(face.SenderS)));
                Assert.That(face.Weights[0], Is.InRange(0.0, 1.0));
            }
            // A frame every 17 ms of a sine of 2 Hz; a movement that is carried on may be wrong by no more than the bound.
            Assert.That(worst, Is.LessThan(made.Buffer.Extrapolated == 0 ? 0.01 : playback.WeightBound));
            Assert.That(made.Buffer.Delay, Is.InRange(jitter * 0.5, playback.GreatestDelay));
        }

        [Test]
        public void DelayFollowsTheJitterAndTheFacesBecomeEven()
        {
            var made = new MadeUpStream(0.02, 5);
            for (double now = 0.0; now < 10.0; now += Tick)
                made.At(now);
            long guessed = made.Buffer.Extrapolated + made.Buffer.Held;
            double least = double.MaxValue, most = 0.0, before = made.At(10.0).SenderS;
            for (double now = 10.0 + Tick; now < 40.0; now += Tick)
            {
                double at = made.At(now).SenderS;
                least = Math.Min(least, at - before);
                most = Math.Max(most, at - before);
                before = at;
            }
            Assert.That(made.Buffer.Extrapolated + made.Buffer.Held - guessed, Is.LessThan(27));
            Assert.That(least, Is.GreaterThan(0.8 * Tick));
            Assert.That(most, Is.LessThan(1.2 * Tick));
        }

        [TestCase(-3e-4)]
        [TestCase(3e-4)]
        public void DriftOfTheClocksIsFollowed(double drift)
        {
            var made = new MadeUpStream(0.004, 11, drift);
            for (double now = 0.0; now < 120.0; now += 0.1)
                made.At(now);
            Assert.That(made.Buffer.Clock.DriftPpm, Is.EqualTo(drift * 1e6).Within(100.0));
            double behind = 120.0 - made.Offset(120.0) - made.At(120.0).SenderS;
            Assert.That(behind, Is.InRange(0.0, 0.06));
        }

        [Test]
        public void MovementGoesOnWithinBoundsAndThenStands()
        {
            var playback = new PlaybackSettings { Adaptive = false, Delay = 0.0 };
            JitterBuffer buffer = Filled(playback, 0.2, 0.5, 0.0, 20.0);
            FaceFrame soon = buffer.Sample(1.0 + 0.005);
            Assert.That(soon.Weights[0], Is.EqualTo(0.515).Within(1e-6));
            FaceFrame later = buffer.Sample(5.0);
            Assert.That(later.Weights[0], Is.EqualTo(0.6).Within(1e-9), "no farther than the bound");
            Assert.That(later.HeadYpr[0], Is.EqualTo(25.0).Within(1e-6), "no farther than the bound");
            Assert.That(later.HeadTranslation[0], Is.EqualTo(0.065).Within(1e-9), "no longer than the time");
            double stands = later.SenderS;
            Assert.That(buffer.Sample(9.0).SenderS, Is.EqualTo(stands));
            Assert.That(buffer.Held, Is.GreaterThan(0));
        }

        [Test]
        public void WeightsAreNeverCarriedBeyondTheirLimits()
        {
            JitterBuffer buffer = Filled(new PlaybackSettings { Adaptive = false, Delay = 0.0 }, 0.9, 0.98, 0.0, 0.0);
            Assert.That(buffer.Sample(2.0).Weights[0], Is.EqualTo(1.0));
        }

        [Test]
        public void ChannelThatIsNotObservedIsLeftAlone()
        {
            JitterBuffer buffer = Filled(new PlaybackSettings { Adaptive = false, Delay = 0.0 }, 0.2, 0.8, 0.0, 0.0);
            FaceFrame face = buffer.Sample(2.0);
            Assert.That(face.Weights[0], Is.EqualTo(0.9).Within(1e-9));
            Assert.That(face.Weights[1], Is.EqualTo(0.8));
            Assert.That(face.ChannelConfidence[1], Is.EqualTo(0.0));
        }

        [Test]
        public void HalfWayTheHeadIsTurnedByHalf()
        {
            JitterBuffer buffer = Filled(new PlaybackSettings { Adaptive = false, Delay = 0.05 }, 0.2, 0.4, -40.0, 80.0);
            FaceFrame face = buffer.Sample(1.0);
            double share = (face.SenderS - 0.9) / 0.1;
            Assert.That(share, Is.EqualTo(0.5).Within(0.05));
            Assert.That(face.HeadYpr[0], Is.EqualTo(-40.0 + 120.0 * share).Within(1e-6));
            Assert.That(face.Weights[0], Is.EqualTo(0.2 + 0.2 * share).Within(1e-9));
            Assert.That(face.TimelineS, Is.EqualTo(face.SenderS).Within(1e-9));
        }

        [Test]
        public void FaceThatComesBackDoesNotMoveThroughOldValues()
        {
            var intake = new StreamIntake(new SubjectTable(new PlaybackSettings { Adaptive = false, Delay = 0.05 }));
            var maker = new MessageMaker(2);
            Send(intake, maker.Topic, maker.Layout(), 0.9);
            Send(intake, maker.Topic, maker.Frame(1, 900000000L, 0.0, 0.0, false), 0.9);
            Send(intake, maker.Topic, maker.Frame(2, 1000000000L, 1.0, 0.0, true), 1.0);
            FaceFrame face = intake.Subjects[0].Sample(1.0);
            Assert.That(face.Tracked, Is.False);
            Assert.That(face.Weights[0], Is.EqualTo(0.0));
            Assert.That(intake.Subjects[0].Sample(1.06).Tracked, Is.True);
        }

        [Test]
        public void LatestFrameIsShownAtOnce()
        {
            JitterBuffer buffer = Filled(new PlaybackSettings { Mode = PlaybackMode.Latest }, 0.2, 0.4, 0.0, 10.0);
            FaceFrame face = buffer.Sample(1.0);
            Assert.That(face.Weights[0], Is.EqualTo(0.4));
            Assert.That(face.SenderS, Is.EqualTo(1.0));
            Assert.That(buffer.Delay, Is.EqualTo(0.0));
        }

        [Test]
        public void SenderWhoseClockStartsAnewIsShownAtOnce()
        {
            var intake = new StreamIntake(new SubjectTable(new PlaybackSettings()));
            var maker = new MessageMaker(2);
            Send(intake, maker.Topic, maker.Layout(), 0.0);
            for (int i = 0; i < 60; i++)
                Send(intake, maker.Topic, maker.Frame(i, 5000000000L + i * 16000000L, 0.1, 0.0, true), i * 0.016);
            intake.Subjects[0].Sample(1.0);
            Send(intake, maker.Topic, maker.Frame(60, 1000000L, 0.9, 0.0, true), 1.1);
            Assert.That(intake.Subjects[0].Sample(1.1).Weights[0], Is.EqualTo(0.9));
        }

        [Test]
        public void PauseOfTheSenderLeavesTheDelayAsItWas()
        {
            var clock = new SenderClock();
            var chance = new Random(1);
            double sender = 0.0;
            for (int i = 0; i < 6000; i++)
                clock.Observe(sender += 1.0 / 60.0, sender + 5.0 + 0.02 * chance.NextDouble());
            clock.Observe(sender += 20.0, sender + 5.0 + 0.04);
            for (double ahead = 0.0; ahead < 20.0; ahead += 0.5)
                Assert.That(clock.SenderAt(sender + ahead + 5.01), Is.EqualTo(sender + ahead).Within(0.01));
        }

        [Test]
        public void RecordedArrivalsOfALoadedMachineBecomeEven()
        {
            List<double[]> arrivals = Recordings.Arrivals();
            var intake = new StreamIntake(new SubjectTable(new PlaybackSettings()));
            var maker = new MessageMaker(2);
            double begin = arrivals[0][1], before = double.MinValue, worst = 0.0;
            Send(intake, maker.Topic, maker.Layout(), begin);
            int next = 0;
            for (double now = begin; now < arrivals[arrivals.Count - 1][1] + 2.0 * Tick; now += Tick)
            {
                for (; next < arrivals.Count && arrivals[next][1] <= now; next++)
                    Send(intake, maker.Topic, Frame(maker, next, arrivals[next][0]), arrivals[next][1]);
                FaceFrame face = intake.Subjects[0].Sample(now);
                Assert.That(face.SenderS, Is.GreaterThanOrEqualTo(before));
                before = face.SenderS;
                worst = Math.Max(worst, Math.Abs(face.Weights[0] - MadeUpStream.Weight(face.SenderS)));
            }
            Assert.That(intake.Subjects[0].Frames, Is.EqualTo(arrivals.Count));
            // Linear between frames of a sine of 2 Hz, where one in a row may have been lost at the source.
            Assert.That(worst, Is.LessThan(0.15));
        }

        static byte[] Frame(MessageMaker maker, int sequence, double sender)
        {
            long ns = (long)(sender * 1e9);
            return maker.Frame(sequence, ns, MadeUpStream.Weight(ns * 1e-9), MadeUpStream.Yaw(ns * 1e-9), true);
        }

        /// <summary>Two frames, at 0.9 and 1 seconds of both clocks.</summary>
        static JitterBuffer Filled(PlaybackSettings playback, double first, double second, double firstYaw, double secondYaw)
        {
            var intake = new StreamIntake(new SubjectTable(playback));
            var maker = new MessageMaker(2);
            Send(intake, maker.Topic, maker.Layout(), 0.9);
            Send(intake, maker.Topic, maker.Frame(1, 900000000L, first, firstYaw, true), 0.9);
            Send(intake, maker.Topic, maker.Frame(2, 1000000000L, second, secondYaw, true), 1.0);
            return intake.Subjects[0].Buffer;
        }

        static void Send(StreamIntake intake, byte[] topic, byte[] payload, double now)
        {
            var packet = new Packet();
            packet.Set(topic, payload, now);
            intake.Take(packet);
        }
    }
}
