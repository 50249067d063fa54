using Koekata.Mapping;
using NUnit.Framework;

namespace Koekata.Tests
{
    /// <summary>VRM overrides that the model's own program applies as well.</summary>
    [TestFixture]
    public sealed class ModelOverrideTests
    {
        const string Table =
            "{\"version\": 1, \"implicit_target\": \"expression\", \"targets\": [" +
            "{\"id\": \"happy\", \"kind\": \"expression\", \"override_blink\": \"blend\"}, {\"id\": \"lid\", \"kind\": \"morph\", \"category\": \"blink\"}]," +
            "\"rows\": [{\"id\": \"h\", \"from\": \"mouthSmileLeft\", \"to\": \"happy\"}, {\"id\": \"b\", \"from\": \"eyeBlinkLeft\", \"to\": \"blink\"}," +
            "{\"id\": \"l\", \"from\": \"eyeBlinkLeft\", \"to\": \"lid\"}]}";

        [Test]
        public void AnOverrideThatTheModelHasIsLeftToItForExpressionsAlone()
        {
            Evaluator evaluator = Evaluator();
            evaluator.LeaveOverridesToModel((expression, category) => expression == "happy" && category == "blink");
            Assert.That(Shown(evaluator), Is.EqualTo(new[] { 0.8, 0.4 }).Within(1e-12));
            evaluator.Adopt(new TableLoader().LoadText(Table));
            Assert.That(Shown(evaluator), Is.EqualTo(new[] { 0.8, 0.4 }).Within(1e-12));
        }

        [Test]
        public void AnOverrideThatTheModelDoesNotHaveIsAppliedByTheTable()
        {
            Evaluator evaluator = Evaluator();
            evaluator.LeaveOverridesToModel((expression, category) => false);
            Assert.That(Shown(evaluator), Is.EqualTo(new[] { 0.4, 0.4 }).Within(1e-12));
        }

        static Evaluator Evaluator()
        {
            return new Evaluator(new TableLoader().LoadText(Table));
        }

        static double[] Shown(Evaluator evaluator)
        {
            MappingFrame frame = evaluator.NewFrame();
            frame.Set("mouthSmileLeft", 0.5);
            frame.Set("eyeBlinkLeft", 0.8);
            Outputs outputs = evaluator.Step(frame, 0.02);
            double blink, lid;
            outputs.TryGet("blink", out blink);
            outputs.TryGet("lid", out lid);
            return new[] { blink, lid };
        }
    }
}
