using System;
using System.Collections.Generic;
using System.IO;
using Koekata.Takes;
using NUnit.Framework;

namespace Koekata.Editing.Tests
{
    /// <summary>Clips of a time line reach a face: mixed, faded, and the same after a jump.</summary>
    [TestFixture]
    public sealed class ClipPlaybackTests
    {
        [Test]
        public void AClipShowsItsRecordingAtItsOwnTime()
        {
            var face = new Face();
            new ClipPlayback(new IPlacedTake[] { new Clip(Ramp(0.0, 1.0), 10.0, 12.0) }, 1.0).Show(11.0, face);
            Assert.That(face.Jaw, Is.EqualTo(0.5).Within(0.01));
            Assert.That(face.Share, Is.EqualTo(1.0));
        }

        [Test]
        public void WhereNothingIsNothingIsShown()
        {
            var playback = new ClipPlayback(new IPlacedTake[] { new Clip(Ramp(0.0, 1.0), 1.0, 2.0), new Clip(null, 3.0, 4.0) }, 1.0);
            Assert.That(playback.IsAt(0.5), Is.False);
            Assert.That(playback.IsAt(1.5), Is.True);
            Assert.That(playback.IsAt(2.5), Is.False);
            Assert.That(playback.IsAt(3.5), Is.False, "a damaged recording");
        }

        [Test]
        public void TwoClipsThatOverlapAreMixedBeforeTheTable()
        {
            var face = new Face();
            var one = new Clip(Ramp(0.2, 0.2), 0.0, 2.0) { Out = 1.0 };
            var other = new Clip(Ramp(0.8, 0.8), 1.0, 3.0) { In = 1.0 };
            new ClipPlayback(new IPlacedTake[] { one, other }, 1.0).Show(1.5, face);
            Assert.That(face.Jaw, Is.EqualTo(0.5).Within(0.01));
            Assert.That(face.Share, Is.EqualTo(1.0).Within(0.01));
        }

        [Test]
        public void AnEaseFadesTheFaceAndNotItsChannels()
        {
            var face = new Face();
            new ClipPlayback(new IPlacedTake[] { new Clip(Ramp(0.8, 0.8), 0.0, 2.0) { In = 1.0 } }, 1.0).Show(0.25, face);
            Assert.That(face.Jaw, Is.EqualTo(0.8).Within(1e-9));
            Assert.That(face.Share, Is.EqualTo(0.25).Within(0.01));
        }

        [Test]
        public void AJumpGoesThroughThePreRollAndBeginsAnewOnce()
        {
            var face = new Face();
            var playback = new ClipPlayback(new IPlacedTake[] { new Clip(Ramp(0.0, 1.0), 0.0, 10.0) }, 2.0);
            playback.Show(5.0, face);
            Assert.That(face.Times[0], Is.EqualTo(3.0).Within(1e-9));
            Assert.That(face.Restarts, Is.EqualTo(1));
            Assert.That(face.Times.Count, Is.EqualTo(2 * PlaybackWalk.Rate + 1));
            for (int i = 1; i < face.Times.Count; i++)
                Assert.That(face.Times[i] - face.Times[i - 1], Is.EqualTo(PlaybackWalk.StepSeconds).Within(1e-9));
            playback.Show(5.02, face);
            Assert.That(face.Restarts, Is.EqualTo(1), "playing on is no jump");
            playback.Show(4.0, face);
            Assert.That(face.Restarts, Is.EqualTo(2));
        }

        [Test]
        public void ThePreRollStaysWithinTheRowOfClips()
        {
            var face = new Face();
            var clips = new IPlacedTake[] { new Clip(Ramp(0.0, 1.0), 0.0, 1.0), new Clip(Ramp(0.0, 1.0), 4.0, 5.0), new Clip(Ramp(0.0, 1.0), 5.0, 6.0) };
            new ClipPlayback(clips, 3.0).Show(5.5, face);
            Assert.That(face.Times[0], Is.EqualTo(4.0).Within(1e-9));
        }

        [Test]
        public void StandingStillShowsTheFrameAgain()
        {
            var face = new Face();
            var playback = new ClipPlayback(new IPlacedTake[] { new Clip(Ramp(0.0, 1.0), 0.0, 10.0) }, 0.5);
            playback.Show(2.0, face);
            int before = face.Times.Count;
            playback.Show(2.0, face);
            Assert.That(face.Times.Count, Is.EqualTo(before + 1));
            Assert.That(face.LastStep, Is.EqualTo(0.0));
        }

        static Take Ramp(double from, double to)
        {
            var text = new StringWriter();
            new TakeWriter(text);
            string[] columns = text.ToString().Trim().Split(',');
            for (int row = 0; row <= 20; row++)
            {
                string[] cells = Array.ConvertAll(columns, column => column == "JawOpen" ? Text(from + (to - from) * row / 20.0) : "0");
                cells[0] = string.Format("00:00:{0:00}:{1:00}.000", row / 10, row % 10 * 6);
                cells[1] = "61";
                text.Write(string.Join(",", cells) + "\n");
            }
            return TakeReader.Read(text.ToString(), "ramp");
        }

        static string Text(double value)
        {
            return value.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture);
        }

        sealed class Clip : IPlacedTake
        {
            internal double In, Out;

            internal Clip(Take take, double start, double end)
            {
                Take = take;
                Start = start;
                End = end;
            }

            public double Start { get; private set; }

            public double End { get; private set; }

            public Take Take { get; private set; }

            public double Weight(double time)
            {
                double rise = In > 0.0 ? Math.Min(1.0, (time - Start) / In) : 1.0;
                return Out > 0.0 ? Math.Min(rise, Math.Min(1.0, (End - time) / Out)) : rise;
            }

            public double Local(double time)
            {
                return time - Start;
            }
        }

        sealed class Face : IPlayedFace
        {
            internal readonly List<double> Times = new List<double>();
            internal int Restarts;
            internal double Jaw, Share, LastStep;

            public void Show(IList<string> channels, IList<double> values, double time, double dt, double share)
            {
                Restarts += dt < 0.0 ? 1 : 0;
                Share = share;
                Step(channels, values, time, dt);
            }

            public void Step(IList<string> channels, IList<double> values, double time, double dt)
            {
                Times.Add(time);
                LastStep = dt;
                Jaw = values[channels.IndexOf("jawOpen")];
            }
        }
    }
}
