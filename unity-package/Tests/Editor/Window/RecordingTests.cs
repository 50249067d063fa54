using System.Collections.Generic;
using Koekata.Editing;
using NUnit.Framework;
using UnityEditor;
using UnityEngine;

namespace Koekata.Editor.Tests
{
    /// <summary>Unity evaluates reduced curves as the editing core does, and so keeps to their bound.</summary>
    [TestFixture]
    public sealed class RecordingTests
    {
        const float Bound = 0.01f;

        [Test]
        public void UnityKeepsToTheBoundAtEveryRecordedMoment()
        {
            var times = new float[600];
            var values = new float[600];
            for (int i = 0; i < times.Length; i++)
            {
                times[i] = i / 60f;
                values[i] = 0.5f + 0.4f * (float)System.Math.Sin(i * 0.11) + (i % 90 < 4 ? 0.3f : 0f);
            }
            List<CurvePoint> points = new KeyReducer(times, values, Bound).Reduce();
            AnimationCurve curve = UnityCurves.Of(points);
            Assert.That(points.Count, Is.LessThan(times.Length / 3));
            for (int i = 0; i < times.Length; i++)
                Assert.That(curve.Evaluate(times[i]), Is.EqualTo(values[i]).Within(Bound));
        }

        [Test]
        public void ACurveOfATableComesBackFromUnityAsItWas()
        {
            JsonValue curve = new TableText("{\"curve\": [[0.08, 0], [0.4, 0.5, 1.25], [0.7, 1, 0]]}").Find("/curve");
            List<CurvePoint> points = UnityCurves.Points(UnityCurves.Of(CurveKeys.ToPoints(curve)));
            Assert.That(CurveKeys.ToCurve(points, curve).ToString(), Is.EqualTo(curve.ToString()));
        }

        [Test]
        public void TheDataOfThePackageIsThere()
        {
            var rules = new FieldRules(new PackageData());
            Assert.That(rules.Of("rows").Count, Is.GreaterThan(5));
            Assert.That(PackageData.Style(), Is.Not.Null);
            Assert.That(PackageData.Presets(), Is.Not.Empty);
        }
    }
}
