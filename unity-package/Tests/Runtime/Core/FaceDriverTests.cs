using Koekata.Binding;
using Koekata.Mapping;
using NUnit.Framework;

namespace Koekata.Tests
{
    /// <summary>From channels to targets: the face at rest, inputs set by hand, triggers, another table.</summary>
    [TestFixture]
    public sealed class FaceDriverTests
    {
        const string Table =
            "{\"version\": 1, \"conditions\": [{\"id\": \"cheer\", \"trigger\": true, \"set\": {\"smile\": 1}}], \"rows\": [" +
            "{\"id\": \"open\", \"from\": \"jawOpen\", \"to\": \"open\"}, {\"id\": \"smile\", \"from\": \"mouthSmileLeft\", \"to\": \"smile\"}," +
            "{\"id\": \"yaw\", \"from\": \"headYaw\", \"to\": \"yaw\", \"gain\": 0.01}]}";

        static readonly string[] channels = { "jawOpen", "headYaw" };

        [Test]
        public void ChannelsOfARecordingReachTheirTargets()
        {
            FaceDriver driver = Driver();
            Assert.That(Value(driver.Step(channels, new[] { 0.4, 30.0 }, 0.0, 0.0), "open"), Is.EqualTo(0.4));
        }

        [Test]
        public void TheFaceAtRestIsTakenOff()
        {
            FaceDriver driver = Driver();
            driver.Neutral.Learn();
            for (int i = 0; i < 60; i++)
                driver.Step(channels, new[] { 0.2, 10.0 }, i / 60.0, 1.0 / 60.0);
            Assert.That(driver.Neutral.Known, Is.True);
            Outputs rest = driver.Step(channels, new[] { 0.2, 10.0 }, 1.0, 0.02);
            Assert.That(Value(rest, "open"), Is.EqualTo(0.0).Within(1e-12));
            Assert.That(Value(rest, "yaw"), Is.EqualTo(0.0).Within(1e-12));
            Outputs full = driver.Step(channels, new[] { 1.0, 40.0 }, 1.0, 0.02);
            Assert.That(Value(full, "open"), Is.EqualTo(1.0).Within(1e-12));
            Assert.That(Value(full, "yaw"), Is.EqualTo(0.3).Within(1e-12));
            driver.Neutral.Forget();
            Assert.That(Value(driver.Step(channels, new[] { 0.2, 10.0 }, 1.0, 0.02), "open"), Is.EqualTo(0.2));
        }

        [Test]
        public void ALaughThatWasTakenForRestDoesNotFreezeTheFace()
        {
            FaceDriver driver = Driver();
            driver.Neutral.Learn();
            for (int i = 0; i < 60; i++)
                driver.Step(channels, new[] { 1.0, 0.0 }, i / 60.0, 1.0 / 60.0);
            Assert.That(Value(driver.Step(channels, new[] { 0.9, 0.0 }, 1.0, 0.02), "open"), Is.GreaterThan(0.5));
        }

        [Test]
        public void AnInputThatIsHeldMovesTheFaceWithoutAPerformer()
        {
            FaceDriver driver = Driver();
            driver.Held.Set("jawOpen", 0.7);
            Assert.That(Value(driver.Step(null, 1.0, true), "open"), Is.EqualTo(0.7));
            driver.Held.Release("jawOpen");
            double value;
            Assert.That(driver.Held.TryGet("jawOpen", out value), Is.False);
        }

        [Test]
        public void ATriggerIsFiredOnceWithTheNextFrame()
        {
            FaceDriver driver = Driver();
            driver.Step(channels, new[] { 0.0, 0.0 }, 0.0, 0.0);
            driver.Fire("cheer", TriggerAction.Toggle);
            Assert.That(Value(driver.Step(channels, new[] { 0.0, 0.0 }, 0.0, 0.02), "smile"), Is.EqualTo(1.0));
            Assert.That(Value(driver.Step(channels, new[] { 0.0, 0.0 }, 0.0, 0.02), "smile"), Is.EqualTo(1.0));
        }

        [Test]
        public void AnotherTableIsTakenOverWithWhatWasLearnt()
        {
            FaceDriver driver = Driver();
            driver.Neutral.Learn();
            for (int i = 0; i < 60; i++)
                driver.Step(channels, new[] { 0.2, 0.0 }, i / 60.0, 1.0 / 60.0);
            driver.Adopt(new TableLoader().LoadText(
                "{\"version\": 1, \"inputs\": [{\"id\": \"ears\"}], \"rows\": [{\"id\": \"open\", \"from\": \"jawOpen\", \"to\": \"open\", \"gain\": 0.5}]}"));
            Assert.That(Value(driver.Step(channels, new[] { 1.0, 0.0 }, 1.0, 0.02), "open"), Is.EqualTo(0.5).Within(1e-12));
        }

        [Test]
        public void BeginningAnewForgetsWhatHadBeenOn()
        {
            FaceDriver driver = Driver();
            driver.Fire("cheer", TriggerAction.On);
            driver.Step(channels, new[] { 0.0, 0.0 }, 0.0, 0.0);
            driver.Restart(null);
            double value;
            Outputs anew = driver.Step(channels, new[] { 0.0, 0.0 }, 0.0, 0.0);
            Assert.That(anew.TryGet("smile", out value) && value > 0.0, Is.False);
        }

        [Test]
        public void ATargetIsExplainedFromTheFrameAfterTheFirstQuestion()
        {
            FaceDriver driver = Driver();
            driver.Step(channels, new[] { 0.4, 0.0 }, 0.0, 0.0);
            Assert.That(driver.Explain("open"), Is.Null);
            driver.Step(channels, new[] { 0.4, 0.0 }, 0.0, 0.02);
            Explanation why = driver.Explain("open");
            Assert.That(why.Rows.Count, Is.EqualTo(1));
            Assert.That(why.Combined, Is.EqualTo(0.4));
            Assert.That(driver.Explain("opne"), Is.Null);
        }

        [Test]
        public void NothingIsExplainedOfAFrameOfAnotherTable()
        {
            FaceDriver driver = Driver();
            driver.Explain("open");
            driver.Step(channels, new[] { 0.4, 0.0 }, 0.0, 0.0);
            driver.Adopt(new TableLoader().LoadText(Table));
            Assert.That(driver.Explain("open"), Is.Null);
        }

        static FaceDriver Driver()
        {
            return new FaceDriver(new TableLoader().LoadText(Table));
        }

        static double Value(Outputs outputs, string target)
        {
            double value;
            Assert.That(outputs.TryGet(target, out value), Is.True);
            return value;
        }
    }
}
