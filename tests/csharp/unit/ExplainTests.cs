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
            Assert.That(row.Conditions.Count + row.Conditions[0].Id, Is.EqualTo("1half"));
            Assert.That(found.Combined, Is.EqualTo(0.4).Within(1e-12));
            Assert.That(found.Posed, Is.EqualTo(0.4).Within(1e-12));
            Assert.That(found.Excluded, Is.EqualTo(0.25));
            Assert.That(found.Final, Is.EqualTo(0.25));
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
