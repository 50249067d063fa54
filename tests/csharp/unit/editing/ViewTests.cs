using System.Collections.Generic;
using System.Linq;
using Koekata.Mapping;
using NUnit.Framework;

namespace Koekata.Editing.Tests
{
    /// <summary>What the window shows of tables, without the window.</summary>
    [TestFixture]
    public sealed class ViewTests
    {
        readonly FieldRules rules = new FieldRules(new FolderData(Repository.At("unity-package/Editor/Data")));

        [TestCase("rows", "from", FieldKind.Names)]
        [TestCase("rows", "to", FieldKind.Text)]
        [TestCase("rows", "op", FieldKind.Word)]
        [TestCase("rows", "invert", FieldKind.Flag)]
        [TestCase("rows", "curve", FieldKind.Curve)]
        [TestCase("rows", "gain", FieldKind.Number)]
        [TestCase("rows", "while", FieldKind.Names)]
        [TestCase("rows", "clamp", FieldKind.Json)]
        [TestCase("conditions", "when", FieldKind.Names)]
        [TestCase("conditions", "trigger", FieldKind.Flag)]
        [TestCase("conditions", "set", FieldKind.Json)]
        [TestCase("conditions", "suppress", FieldKind.Names)]
        [TestCase("targets", "kind", FieldKind.Word)]
        [TestCase("groups", "limit", FieldKind.Number)]
        [TestCase("regions", "attack", FieldKind.Number)]
        public void EveryPropertyHasTheFieldThatFitsIt(string section, string name, FieldKind kind)
        {
            FieldRule rule = rules.Of(section).Single(one => one.Name == name);
            Assert.That(rule.Kind, Is.EqualTo(kind));
            Assert.That(rule.Description, Is.Not.Empty);
            Assert.That(rule.Title, Is.Not.Empty);
        }

        [Test]
        public void EverySectionHasItsPropertiesAndTheirDefaults()
        {
            foreach (string section in TableOutline.Sections)
                Assert.That(rules.Of(section).Count, Is.GreaterThan(1), section);
            FieldRule op = rules.Of("rows").Single(one => one.Name == "op");
            Assert.That(op.Words, Is.EqualTo(new[] { "sum", "product", "min", "max", "average" }));
            Assert.That(op.Default.AsText, Is.EqualTo("sum"));
            Assert.That(rules.Of("rows").Single(one => one.Name == "gain").Default.AsNumber, Is.EqualTo(1.0));
        }

        [TestCase("\"a\"", "a", "\"a\"")]
        [TestCase("[\"a\", {\"of\": \"b\", \"weight\": -1}]", "a, b", "[\"a\", {\"of\": \"b\", \"weight\": -1}]")]
        [TestCase("[\"a\", {\"of\": \"b\", \"weight\": -1}]", "b", "[{\"of\": \"b\", \"weight\": -1}]")]
        [TestCase("[\"a\", {\"of\": \"b\", \"weight\": -1}]", " b ,, c", "[{\"of\": \"b\", \"weight\": -1}, \"c\"]")]
        [TestCase("\"a\"", "a, c", "[\"a\", \"c\"]")]
        [TestCase("{\"of\": \"b\", \"absent\": 0}", "b", "{\"of\": \"b\", \"absent\": 0}")]
        public void NamesKeepWhatTheySay(string before, string line, string after)
        {
            string wrong;
            JsonValue value = JsonLine.Read(before, out wrong);
            Assert.That(NameList.Value(line, value).ToString(), Is.EqualTo(after));
        }

        [Test]
        public void AnEmptyLineTakesNamesAway()
        {
            Assert.That(NameList.Value(" , ", JsonValue.Of("a")), Is.Null);
            Assert.That(NameList.Text(null), Is.Empty);
        }

        [Test]
        public void WhatIsNoJsonIsToldAndAnEmptyLineIsNot()
        {
            string wrong;
            Assert.That(JsonLine.Read("[0, 1", out wrong), Is.Null);
            Assert.That(wrong, Is.Not.Empty);
            Assert.That(JsonLine.Read("  ", out wrong), Is.Null);
            Assert.That(wrong, Is.Empty);
            Assert.That(JsonLine.Read("[0, 0.50]", out wrong).ToString(), Is.EqualTo("[0, 0.5]"));
        }

        [Test]
        public void ANewEntryLeavesTheTableRight()
        {
            foreach (string section in TableOutline.Sections)
            {
                TableText table = EntryEdits.Add(new TableText("{\"version\": 1}"), section, NewEntries.Of(section, "new"));
                Assert.DoesNotThrow(() => new TableLoader().LoadText(table.Text), section);
            }
        }

        [Test]
        public void TheReasonsGoFromTheChannelsToTheShape()
        {
            const string text = @"{""version"": 1, ""conditions"": [{""id"": ""calm"", ""when"": ""jawOpen"", ""fade"": 1}],
                ""signals"": [{""id"": ""lids"", ""from"": [""eyeBlinkLeft"", ""eyeBlinkRight""], ""op"": ""max""}],
                ""rows"": [{""id"": ""r"", ""from"": ""lids"", ""gain"": 2, ""to"": ""Blink"", ""unless"": ""calm""}]}";
            var evaluator = new Evaluator(new TableLoader().LoadText(text)) { Tracing = true };
            MappingFrame frame = evaluator.NewFrame();
            frame.Set("eyeBlinkLeft", 0.9);
            frame.Set("jawOpen", 1.0);
            evaluator.Step(frame, 0.25);
            string lines = string.Join("\n", WhyText.Lines(new Explainer(evaluator).Explain("Blink")).ToArray());
            Assert.That(lines, Is.EqualTo("Blink = 1\n  row \"r\" says 1.8, counts 0.75\n    unless \"calm\", which is on by 0.25\n" +
                "    lids = 0.9\n      eyeBlinkLeft = 0.9\n      eyeBlinkRight = nothing\n  rows together: 1.35\n  within its range: 1"));
        }

        [Test]
        public void ADraftIsToldWithScoresAndWithWhatIsDead()
        {
            var model = new ModelNames("Hero", "Unity");
            foreach (string name in new[] { "jawOpen", "eyeBlinkLeft", "eyeBlinkRight", "hairSway" })
                model.AddMorph("Face", name);
            TableDraft draft = TableDraft.Make(model, new FolderData(Repository.At("unity-package/Editor/Data")));
            IList<string> lines = DraftText.Lines(draft);
            Assert.That(lines[0], Is.EqualTo("Mapped (3)"));
            Assert.That(lines[1], Is.StringStarting("  1.00  jawOpen  jawOpen  <- jawOpen"));
            Assert.That(lines.Any(line => line.StartsWith("  hairSway: ", System.StringComparison.Ordinal)));
            Assert.That(lines, Has.Member("Channels of the performer that move nothing on this model (49)"));
            Assert.That(new TableText(draft.Text).Find("/targets/0/mesh").AsText, Is.EqualTo("Face"));
        }

        [Test]
        public void EveryChannelHasARegion()
        {
            InputLayout channels = new Evaluator(new TableLoader().LoadText("{\"version\": 1}")).Layout;
            for (int slot = 0; slot < channels.Count; slot++)
                Assert.That(ChannelRegions.All, Has.Member(ChannelRegions.Of(channels.Name(slot))));
            Assert.That(ChannelRegions.Of("mouthSmileLeft"), Is.EqualTo("Jaw and mouth"));
            Assert.That(ChannelRegions.Reach("headX"), Is.LessThan(1.0));
            Assert.That(ChannelRegions.Reach("gazeYawLeft"), Is.EqualTo(45.0));
        }

        [Test]
        public void TheSignsOfARotationDoNotJump()
        {
            var parts = new List<float[]> { new[] { 0.1f, -0.11f, 0.12f }, new[] { 0f, 0f, 0f }, new[] { 0f, 0f, 0f }, new[] { 0.99f, -0.98f, 0.97f } };
            Rotations.KeepSigns(parts);
            Assert.That(parts[0], Is.EqualTo(new[] { 0.1f, 0.11f, 0.12f }));
            Assert.That(parts[3], Is.EqualTo(new[] { 0.99f, 0.98f, 0.97f }));
        }
    }
}
