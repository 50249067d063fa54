using Koekata.Mapping;
using Koekata.Receiving.Runner;
using NUnit.Framework;

namespace Koekata.Receiving.Tests
{
    /// <summary>Faces reach the mapping evaluator as they are.</summary>
    [TestFixture]
    public sealed class StreamInputTests
    {
        const string Table = @"{""version"": 1, ""inputs"": [{""id"": ""channel1""}], ""lost"": {""hold"": 0, ""ease"": 0}, ""rows"": [
            {""id"": ""a"", ""from"": ""jawOpen"", ""to"": ""Jaw""},
            {""id"": ""b"", ""from"": ""channel1"", ""to"": ""Unobserved""},
            {""id"": ""c"", ""from"": ""headYaw"", ""gain"": 0.01, ""to"": ""Yaw""},
            {""id"": ""d"", ""from"": ""gazePitchRight"", ""to"": ""Gaze""},
            {""id"": ""e"", ""from"": ""headZ"", ""gain"": -1, ""to"": ""Z""},
            {""id"": ""f"", ""from"": ""tracked"", ""to"": ""Seen""}
        ]}";

        [Test]
        public void WeightsPoseAndStateComeThroughByName()
        {
            Evaluator evaluator = Step(Table, 0.75, true, false, 0.0);
            Assert.That(Value(evaluator, "Jaw"), Is.EqualTo(0.75));
            Assert.That(Value(evaluator, "Yaw"), Is.EqualTo(0.2).Within(1e-9));
            Assert.That(Value(evaluator, "Gaze"), Is.EqualTo(1.0));
            Assert.That(Value(evaluator, "Z"), Is.EqualTo(0.5));
            Assert.That(Value(evaluator, "Seen"), Is.EqualTo(1.0));
            double value;
            Assert.That(evaluator.Outputs.TryGet("Unobserved", out value), Is.False, "confidence 0 is absent");
        }

        [Test]
        public void StaleFaceCountsAsNotTracked()
        {
            Evaluator evaluator = Step(Table, 0.75, true, true, 0.0);
            Assert.That(Value(evaluator, "Seen"), Is.EqualTo(0.0));
        }

        [Test]
        public void StepOfTimeIsTheCallersAndNeverNegative()
        {
            var input = new StreamInput();
            var evaluator = new Evaluator(new TableLoader().LoadText(@"{""version"": 1}"));
            MappingFrame frame = evaluator.NewFrame();
            FaceFrame face = Face(0.5, true);
            input.Fill(face, 10.0, false, frame);
            Assert.That(input.Dt, Is.EqualTo(0.0));
            input.Fill(face, 10.25, false, frame);
            Assert.That(input.Dt, Is.EqualTo(0.25));
            input.Fill(face, 9.0, false, frame);
            Assert.That(input.Dt, Is.EqualTo(0.0));
        }

        [Test]
        public void TableWithOtherInputsIsBoundAnew()
        {
            var input = new StreamInput();
            var evaluator = new Evaluator(new TableLoader().LoadText(
                @"{""version"": 1, ""rows"": [{""id"": ""r"", ""from"": ""jawOpen"", ""to"": ""x""}]}"));
            MappingFrame frame = evaluator.NewFrame();
            FaceFrame face = Face(0.5, true);
            input.Fill(face, 0.0, false, frame);
            evaluator.Step(frame, input.Dt);
            evaluator.Adopt(new TableLoader().LoadText(
                @"{""version"": 1, ""inputs"": [{""id"": ""aaa""}], ""rows"": [{""id"": ""r"", ""from"": ""jawOpen"", ""to"": ""x""}]}"));
            frame = evaluator.NewFrame();
            input.Fill(face, 0.1, false, frame);
            Assert.That(evaluator.Step(frame, input.Dt)[0], Is.EqualTo(0.5));
        }

        static Evaluator Step(string table, double weight, bool tracked, bool stale, double now)
        {
            var evaluator = new Evaluator(new TableLoader().LoadText(table));
            MappingFrame frame = evaluator.NewFrame();
            var input = new StreamInput();
            input.Fill(Face(weight, tracked), now, stale, frame);
            evaluator.Step(frame, input.Dt);
            return evaluator;
        }

        static double Value(Evaluator evaluator, string target)
        {
            double found;
            Assert.That(evaluator.Outputs.TryGet(target, out found), Is.True, target);
            return found;
        }

        static FaceFrame Face(double weight, bool tracked)
        {
            var intake = new StreamIntake(new SubjectTable(new PlaybackSettings { Mode = PlaybackMode.Latest }));
            var maker = new MessageMaker(2);
            var packet = new Packet();
            packet.Set(maker.Topic, maker.Layout(), 0.0);
            intake.Take(packet);
            packet.Set(maker.Topic, maker.Frame(1, 1000000000L, weight, 20.0, tracked), 0.0);
            intake.Take(packet);
            return intake.Subjects[0].Sample(0.0);
        }
    }
}
