using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Koekata.Mapping;
using NUnit.Framework;

namespace Koekata.Editing.Tests
{
    /// <summary>A curve that is edited in Unity is the curve of the table.</summary>
    [TestFixture]
    public sealed class CurveKeysTests
    {
        internal static readonly string[] Curves =
        {
            "[[0, 0], [1, 1]]", "[[0, 0, 0], [0.4, 0.6], [1, 1, 2]]", "[[-1, 0.5, 0, 3], [0.1, 0.25], [0.2, 0.75], [0.9, 0, 1, -1]]",
            "[[0, 0.5], [0.5, 0.5, 2], [1, 1]]",
        };

        [Test]
        public void EveryCurveHasTheSameValuesInUnity([ValueSource("Curves")] string text)
        {
            JsonValue curve = Parsed(text);
            List<CurvePoint> points = CurveKeys.ToPoints(curve);
            Evaluator evaluator = Table(text);
            for (double x = points[0].X; x <= points[points.Count - 1].X; x += 0.01)
                Assert.That(InUnity(points, (float)x), Is.EqualTo(Value(evaluator, x)).Within(1e-5), x.ToString());
        }

        [Test]
        public void CurvesOfAllTablesComeBackAsTheyWere()
        {
            int count = 0;
            foreach (string path in Repository.Tables())
                foreach (JsonValue curve in CurvesOf(new TableText(File.ReadAllText(path)).Find("")))
                {
                    count++;
                    Assert.That(CurveKeys.ToCurve(CurveKeys.ToPoints(curve), curve).ToString(), Is.EqualTo(curve.ToString()));
                }
            Assert.That(count, Is.GreaterThan(50));
        }

        [Test]
        public void OneMovedKeyLeavesTheOthersAsTheyAreWritten()
        {
            JsonValue curve = Parsed("[[0, 0.1, 0], [0.3, 0.333333333333], [0.5, 0.6], [1, 1, 0]]");
            List<CurvePoint> points = CurveKeys.ToPoints(curve);
            CurvePoint last = points[3];
            last.Y = 0.9f;
            points[3] = last;
            Assert.That(CurveKeys.ToCurve(points, curve).ToString(), Is.StringStarting("[[0, 0.1, 0], [0.3, 0.333333333333], "));
            Assert.That(CurveKeys.ToCurve(points, curve).ToString(), Is.StringEnding("[1, 0.9, 0]]"));
        }

        [Test]
        public void WithoutAnEarlierCurveNumbersAreAsPeopleSeeThem()
        {
            var points = new List<CurvePoint> { new CurvePoint(0.1f, 0f, 0f, 1.25f), new CurvePoint(0.9f, 1f, 1.25f, 0f) };
            Assert.That(CurveKeys.ToCurve(points, null).ToString(), Is.EqualTo("[[0.1, 0], [0.9, 1]]"));
        }

        [Test]
        public void AStepBecomesAShortStraightPieceThatATableMayHave()
        {
            var points = new List<CurvePoint>
            {
                new CurvePoint(0f, 0f, float.PositiveInfinity, float.PositiveInfinity),
                new CurvePoint(0.5f, 1f, float.PositiveInfinity, float.PositiveInfinity),
                new CurvePoint(1f, 0f, 0f, 0f),
            };
            string text = CurveKeys.ToCurve(points, null).ToString();
            Evaluator evaluator = Table(text);
            Assert.That(Value(evaluator, 0.49), Is.EqualTo(0.0).Within(1e-6), text);
            Assert.That(Value(evaluator, 0.51), Is.EqualTo(1.0).Within(1e-6), text);
            Assert.That(Value(evaluator, 0.99), Is.EqualTo(1.0).Within(1e-6), text);
        }

        [Test]
        public void ValuesThatJumpHaveAKeyForEachChange()
        {
            var reducer = new KeyReducer(new[] { 0f, 0.1f, 0.2f, 0.3f }, new[] { 2f, 2f, 1f, 1f }, 0f);
            Assert.That(reducer.Steps().Select(key => key.X + ":" + key.Y + ":" + key.SlopeOut), Is.EqualTo(new[]
            {
                "0:2:Infinity", "0.2:1:Infinity"
            }));
        }

        static JsonValue Parsed(string curve)
        {
            return new TableText("{\"curve\": " + curve + "}").Find("/curve");
        }

        static IEnumerable<JsonValue> CurvesOf(JsonValue value)
        {
            if (value.IsObject && value["curve"] != null && value["curve"].Items.Count > 0)
                yield return value["curve"];
            IEnumerable<JsonValue> parts = value.IsObject ? value.Names.Select(name => value[name]) : value.Items ?? new List<JsonValue>();
            foreach (JsonValue curve in parts.SelectMany(CurvesOf))
                yield return curve;
        }

        static Evaluator Table(string curve)
        {
            string text = "{\"version\": 1, \"inputs\": [{\"id\": \"x\", \"range\": []}], \"targets\": [{\"id\": \"t\", \"range\": []}], " +
                "\"rows\": [{\"id\": \"r\", \"from\": \"x\", \"to\": \"t\", \"curve\": " + curve + "}]}";
            return new Evaluator(new TableLoader().LoadText(text));
        }

        static double Value(Evaluator evaluator, double x)
        {
            MappingFrame frame = evaluator.NewFrame();
            frame.Set("x", x);
            return evaluator.Step(frame, 0.0)[0];
        }

        // The textbook's cubic Hermite, written without the code under test.
        static double InUnity(List<CurvePoint> points, float x)
        {
            int i = 0;
            while (i < points.Count - 2 && x >= points[i + 1].X)
                i++;
            CurvePoint a = points[i], b = points[i + 1];
            double h = b.X - a.X, t = Math.Min(1.0, (x - a.X) / h);
            return (1 + 2 * t) * (1 - t) * (1 - t) * a.Y + t * (1 - t) * (1 - t) * h * a.SlopeOut +
                t * t * (3 - 2 * t) * b.Y + t * t * (t - 1) * h * b.SlopeIn;
        }
    }
}
