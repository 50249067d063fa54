using System.Collections.Generic;
using System.Linq;
using System.IO;
using Koekata.Mapping;
using NUnit.Framework;

namespace Koekata.Editing.Tests
{
    /// <summary>`eyes` and `lost`: what is edited is said, what is inherited stays, and nothing else in the file is touched.</summary>
    [TestFixture]
    public sealed class BlockEditsTests : FolderFixture
    {
        const string Base = "{\n  \"version\": 1,\n  \"eyes\": {\"wink\": {\"on\": 0.30, \"off\": 0.1}, \"link\": 0.5}\n}\n";
        const string Heir = "{\n  \"version\": 1,\n  \"extends\": \"base.json\",\n  \"rows\": [\n    {\"id\": \"a\", \"from\": \"jawOpen\", \"to\": \"A\", \"gain\": 1.50}\n  ]\n}\n";

        readonly FieldRules rules = new FieldRules(new FolderData(Repository.At("unity-package/Editor/Data")));

        static IEnumerable<TestCaseData> Fields()
        {
            var rules = new FieldRules(new FolderData(Repository.At("unity-package/Editor/Data")));
            foreach (string block in TableOutline.Blocks)
                foreach (FieldRule rule in rules.Of(block))
                    if (rule.Kind != FieldKind.Group)
                        yield return new TestCaseData(block, rule).SetName("Field-" + block + "-" + rule.Name.Replace('/', '-'));
        }

        [TestCaseSource("Fields")]
        public void EveryFieldWritesATableThatIsRightAndResettingItLeavesNoTrace(string block, FieldRule rule)
        {
            var table = new TableText(Heir.Replace("  \"extends\": \"base.json\",\n", ""));
            JsonValue empty = JsonValue.NewObject();
            TableText edited = BlockEdits.Set(table, block, rule.Name, Some(rule), empty);
            Assert.DoesNotThrow(() => new TableLoader().LoadText(edited.Text), edited.Text);
            Assert.That(BlockEdits.Find(edited.Find("/" + block), rule.Name).ToString(), Is.EqualTo(Some(rule).ToString()));
            // The line before a last block gets a comma.
            Assert.That(LineDiff.Between(table.Text, edited.Text).Count(line => line[0] == '-'), Is.LessThanOrEqualTo(1));
            string top = rule.Name.Split('/')[0];
            Assert.That(BlockEdits.Set(edited, block, top, null, edited.Find("/" + block)).Text, Is.EqualTo(table.Text));
        }

        [Test]
        public void ANewBlockStandsWhereTheSpecificationHasIt()
        {
            var table = new TableText(Heir);
            string text = BlockEdits.Set(table, "eyes", "link", JsonValue.Of(0.25), JsonValue.NewObject()).Text;
            Assert.That(text, Is.EqualTo(Heir.Replace("  \"rows\"", "  \"eyes\": {\"link\": 0.25},\n  \"rows\"")));
        }

        [Test]
        public void APropertyOfThisFileIsChangedAloneAndOthersKeepTheirSpelling()
        {
            string text = BlockEdits.Set(new TableText(Base), "eyes", "wink/off", JsonValue.Of(0.2), Whole(Base)).Text;
            Assert.That(text, Is.EqualTo(Base.Replace("\"off\": 0.1", "\"off\": 0.2")));
        }

        [Test]
        public void AnInheritedPartKeepsItsOtherValues()
        {
            TableText edited = BlockEdits.Set(new TableText(Heir), "eyes", "wink/off", JsonValue.Of(0.2), Whole(Heir));
            Assert.That(edited.Find("/eyes").ToString(), Is.EqualTo("{\"wink\": {\"on\": 0.3, \"off\": 0.2}}"));
            Assert.That(Whole(edited.Text).ToString(), Is.EqualTo("{\"wink\": {\"on\": 0.3, \"off\": 0.2}, \"link\": 0.5}"));
        }

        [Test]
        public void AnInheritedPartIsSwitchedOffForThisTableAndComesBack()
        {
            TableText off = BlockEdits.Set(new TableText(Heir), "eyes", "wink", JsonValue.Of(false), Whole(Heir));
            Assert.That(Whole(off.Text)["wink"].ToString(), Is.EqualTo("false"));
            TableText back = BlockEdits.Set(off, "eyes", "wink", null, Whole(off.Text));
            Assert.That(back.Text, Is.EqualTo(Heir));
        }

        [Test]
        public void OneInheritedValueGoesBackToItsDefault()
        {
            TableText edited = BlockEdits.Set(new TableText(Heir), "eyes", "wink/on", null, Whole(Heir));
            Assert.That(Whole(edited.Text)["wink"].ToString(), Is.EqualTo("{\"off\": 0.1}"));
            TableText same = BlockEdits.Set(new TableText(Heir), "eyes", "wink/fade", null, Whole(Heir));
            Assert.That(same.Text, Is.EqualTo(Heir));
        }

        [Test]
        public void WhatIsWithinAPartThatIsOffIsNotShown()
        {
            Assert.That(Names("{}"), Has.Member("wink").And.Not.Member("wink/on"));
            Assert.That(Names("{\"wink\": false}"), Has.No.Member("wink/on"));
            Assert.That(Names("{\"wink\": {}, \"gaze\": {}}"), Has.Member("wink/on").And.Member("gaze/left").And.Member("gaze/left/gain"));
            Assert.That(rules.Shown("lost", JsonValue.NewObject()).Select(rule => rule.Name).ToList(), Has.Member("idle/interval"));
        }

        [TestCase("eyes", "glasses", FieldKind.Part, 0)]
        [TestCase("eyes", "glasses/open", FieldKind.Number, 1)]
        [TestCase("eyes", "gaze/up", FieldKind.Group, 1)]
        [TestCase("eyes", "gaze/up/limit", FieldKind.Number, 2)]
        [TestCase("eyes", "link", FieldKind.Number, 0)]
        [TestCase("lost", "to", FieldKind.Word, 0)]
        [TestCase("lost", "idle", FieldKind.Group, 0)]
        [TestCase("lost", "idle/interval", FieldKind.Json, 1)]
        public void EveryPropertyHasTheFieldThatFitsIt(string block, string name, FieldKind kind, int depth)
        {
            FieldRule rule = rules.Of(block).Single(one => one.Name == name);
            Assert.That(rule.Kind, Is.EqualTo(kind));
            Assert.That(rule.Depth, Is.EqualTo(depth));
            Assert.That(rule.Title, Is.Not.Empty);
            Assert.That(rule.Description, Is.Not.Empty);
        }

        List<string> Names(string eyes)
        {
            string wrong;
            return rules.Shown("eyes", JsonLine.Read(eyes, out wrong)).Select(rule => rule.Name).ToList();
        }

        JsonValue Whole(string text)
        {
            File.WriteAllText(Path.Combine(folder, "base.json"), Base);
            string path = Path.Combine(folder, "hero.json");
            return TableOutline.Of(path, new OverlayTables(path, text)).Block("eyes");
        }

        // Something else than the default, within what the schema allows.
        static JsonValue Some(FieldRule rule)
        {
            switch (rule.Kind)
            {
                case FieldKind.Part:
                    return JsonValue.NewObject();
                case FieldKind.Word:
                    return JsonValue.Of(rule.Words[0]);
                case FieldKind.Json:
                    return JsonValue.Of(new[] { 3.0, 4.0 });
                default:
                    return rule.Default;
            }
        }
    }
}
