using System;
using System.Collections.Generic;
using NUnit.Framework;

namespace Koekata.Mapping.Tests
{
    /// <summary>Why a target has its value.</summary>
    [TestFixture]
    public sealed class ExplainTests
    {
        const string Table = @"{""version"": 1,
            ""eyes"": {""glasses"": {}},
            ""signals"": [{""id"": ""lids"", ""from"": [""eyeBlinkLeft"", ""eyeBlinkRight""], ""op"": ""max""}],
            ""conditions"": [{""id"": ""half"", ""when"": ""jawOpen"", ""fade"": 1, ""suppress"": ""eyes""},
                {""id"": ""other"", ""trigger"": true}],
            ""regions"": [{""id"": ""eyes"", ""hold_frames"": 2, ""rate"": 1}],
            ""rows"": [{""id"": ""r"", ""from"": ""lids"", ""gain"": 0.8, ""to"": ""Blink"", ""region"": ""eyes""}],
            ""groups"": [{""id"": ""g"", ""members"": [""Blink"", ""Wide""], ""limit"": 0.25}]}";

        Evaluator evaluator;
        MappingFrame frame;

        [SetUp]
        public void Begin()
        {
            evaluator = new Evaluator(new TableLoader().LoadText(Table)) { Tracing = true };
            frame = evaluator.NewFrame();
            frame.Set("eyeBlinkLeft", 0.7);
            frame.Set("jawOpen", 0.9);
        }

        [Test]
        public void TheChainGoesFromTheRawValueToTheFinalOne()
        {
            evaluator.Step(frame, 0.5);
            Explanation found = new Explainer(evaluator).Explain("Blink");
            RowShare row = found.Rows[0];
            Assert.That(row.Sources[0].Name + row.Sources[0].Sources[0].Name, Is.EqualTo("lidseyeBlinkLeft"));
            Assert.That(row.Sources[0].Sources[0].Raw, Is.EqualTo(0.7));
            Assert.That(row.Sources[0].Sources[0].Value, Is.EqualTo(1.0).Within(1e-12));
            Assert.That(row.Sources[0].Sources[1].Value, Is.NaN);
            Assert.That(row.Value, Is.EqualTo(0.8).Within(1e-12));
            Assert.That(row.Weight, Is.EqualTo(0.5));
            Assert.That(row.Conditions.Count + row.Conditions[0].Id + row.Conditions[0].Use, Is.EqualTo("1halfSuppress"));
            Assert.That(found.Combined, Is.EqualTo(0.4).Within(1e-12));
            Assert.That(found.Posed, Is.EqualTo(0.4).Within(1e-12));
            Assert.That(found.Ranged, Is.EqualTo(found.Posed));
            Assert.That(found.Damped, Is.EqualTo(found.Posed));
            Assert.That(found.Excluded, Is.EqualTo(0.25));
            Assert.That(found.Final, Is.EqualTo(0.25));
        }

        [Test]
        public void EachStageIsToldOnItsOwn()
        {
            evaluator = new Evaluator(new TableLoader().LoadText(Tables.Whole)) { Tracing = true };
            frame = evaluator.NewFrame();
            frame.Set("jawOpen", 1.0);
            frame.Set("mouthSmileLeft", 0.5);
            evaluator.Step(frame, 0.1);
            var explainer = new Explainer(evaluator);
            Explanation mouth = explainer.Explain("aa");
            Assert.That(mouth.Ranged, Is.EqualTo(1.0));
            Assert.That(mouth.Damped, Is.EqualTo(0.5), "overridden by Happy");
            Assert.That(explainer.Explain("Sheet").Shown, Is.EqualTo("open"));
            Assert.That(mouth.Shown, Is.Null);
        }

        [Test]
        public void ATargetThatIsNotThereIsTold()
        {
            evaluator.Step(frame, 0.5);
            Assert.Throws<KeyNotFoundException>(() => new Explainer(evaluator).Explain("blink"));
        }

        [Test]
        public void AFrameThatWasNotTracedIsTold()
        {
            evaluator.Tracing = false;
            evaluator.Step(frame, 0.5);
            Assert.Throws<InvalidOperationException>(() => new Explainer(evaluator).Explain("Blink"));
        }
    }
}
