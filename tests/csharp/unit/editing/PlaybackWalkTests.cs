using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Koekata.Binding;
using Koekata.Mapping;
using Koekata.Takes;
using NUnit.Framework;

namespace Koekata.Editing.Tests
{
    /// <summary>A moment of a performance looks the same however it was reached.</summary>
    [TestFixture]
    public sealed class PlaybackWalkTests
    {
        readonly string table = Repository.At("mappings/characters/shizuha.json");

        [TestCase(30.0)]
        [TestCase(59.94)]
        [TestCase(144.0)]
        public void PlayedAtAnyRateOrJumpedToItIsTheSame(double rate)
        {
            var played = new Player(table, 5.0);
            var found = new Dictionary<double, double[]>();
            for (int i = 0; i < 8.0 * rate; i++)
                found[i / rate] = played.At(i / rate);
            var jumped = new Player(table, 5.0);
            foreach (double time in found.Keys.OrderBy(time => Math.Sin(time * 1000.0)).Take(40))
                Assert.That(jumped.At(time), Is.EqualTo(found[time]).Within(1e-4), time.ToString());
        }

        [Test]
        public void WithoutAPreRollAJumpShowsSomethingElse()
        {
            double[] right = new Player(table, 5.0).At(3.0), wrong = new Player(table, 0.0).At(3.0);
            Assert.That(right.Zip(wrong, (a, b) => Math.Abs(a - b)).Max(), Is.GreaterThan(1e-3));
        }

        [Test]
        public void StandingStillTakesNoStep()
        {
            var walk = new PlaybackWalk { PreRoll = 1.0 };
            walk.To(2.0, 0.0);
            Assert.That(walk.Restart, Is.True);
            Assert.That(walk.Last - walk.First, Is.EqualTo(PlaybackWalk.Rate));
            walk.To(2.0, 0.0);
            Assert.That(walk.Restart, Is.False);
            Assert.That(walk.First, Is.GreaterThan(walk.Last));
            walk.To(2.0 + PlaybackWalk.StepSeconds, 0.0);
            Assert.That(walk.First, Is.EqualTo(walk.Last));
        }

        [Test]
        public void NothingBeforeThePerformanceIsGoneThrough()
        {
            var walk = new PlaybackWalk { PreRoll = 10.0 };
            walk.To(5.5, 5.0);
            Assert.That(PlaybackWalk.Time(walk.First), Is.EqualTo(5.0).Within(1e-9));
            walk.To(5.6, 5.55);
            Assert.That(walk.Restart, Is.True, "another performance began");
            walk.To(5.6, 5.55);
            Assert.That(walk.Restart, Is.False);
            walk.Forget();
            walk.To(5.6, 5.55);
            Assert.That(walk.Restart, Is.True);
        }

        sealed class Player
        {
            readonly FaceDriver driver;
            readonly PlaybackWalk walk;
            readonly string[] channels = { "eyeBlinkLeft", "eyeBlinkRight", "jawOpen", "mouthSmileLeft", "mouthSmileRight", "browDownLeft", "browDownRight" };

            internal Player(string table, double preRoll)
            {
                driver = new FaceDriver(new TableLoader().Load(table));
                walk = new PlaybackWalk { PreRoll = preRoll };
            }

            internal double[] At(double seconds)
            {
                walk.To(seconds, 0.0);
                if (walk.Restart)
                    driver.Restart(null);
                for (long step = walk.First; step <= walk.Last; step++)
                    driver.Step(channels, Values(PlaybackWalk.Time(step)), PlaybackWalk.Time(step), PlaybackWalk.StepSeconds);
                return Enumerable.Range(0, driver.Outputs.Count).Select(i => driver.Outputs.Has(i) ? driver.Outputs[i] : -9.0).ToArray();
            }

            // Blinks, talk and now and then an angry look.
            double[] Values(double time)
            {
                double blink = time % 1.7 < 0.15 ? 1.0 : 0.0, angry = time % 4.0 > 2.5 ? 0.9 : 0.0;
                double mouth = 0.5 + 0.5 * Math.Sin(time * 9.0), smile = time % 3.0 < 1.0 ? 0.8 : 0.05;
                return new[] { blink, blink, mouth, smile, smile, angry, angry };
            }
        }
    }
}
