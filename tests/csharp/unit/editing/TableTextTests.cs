using System;
using System.Collections.Generic;
using System.Linq;
using System.IO;
using Koekata.Mapping;
using NUnit.Framework;

namespace Koekata.Editing.Tests
{
    /// <summary>What is not touched stays as it is written.</summary>
    [TestFixture]
    public sealed class TableTextTests
    {
        const string Odd = "{ \"version\":1,\r\n\t\"rows\" : [\r\n\t\t{\"id\":\"a\" , \"from\":\"jawOpen\",\"to\":\"A\",\"gain\":1.50e0},\r\n" +
            "\t\t{\"id\":\"b\", \"from\":\"jawOpen\", \"to\":\"\\u0042\"}\r\n\t]\r\n}";

        static IEnumerable<TestCaseData> Tables()
        {
            return Repository.Tables().Select(file => new TestCaseData(file).SetName("UntouchedText-" + Path.GetFileName(file)));
        }

        [TestCaseSource("Tables")]
        public void ATableKeepsItsTextAndAnEditChangesItsOwnLinesOnly(string path)
        {
            string text = File.ReadAllText(path);
            var table = new TableText(text, path);
            Assert.That(table.Text, Is.EqualTo(text));
            foreach (EntryView entry in Rows(path, text))
            {
                TableText edited = EntryEdits.SetProperty(table, "rows", entry.Id, "gain", JsonValue.Of(0.123));
                IList<string> changes = LineDiff.Between(text, edited.Text);
                Assert.That(changes.Count(line => line[0] == '-'), Is.LessThanOrEqualTo(1), entry.Id);
                Assert.That(changes.Count(line => line[0] == '+'), Is.EqualTo(changes.Count(line => line[0] == '-')), entry.Id);
                Assert.That(changes.Single(line => line[0] == '+'), Is.StringContaining("0.123").And.StringContaining(JsonValue.Of(entry.Id).ToString()));
            }
        }

        [TestCaseSource("Tables")]
        public void TakingAnEntryAwayAndPuttingItBackGivesTheSameBytes(string path)
        {
            string text = File.ReadAllText(path);
            var table = new TableText(text, path);
            int count = table.Count("/rows");
            for (int i = 0; i < count; i++)
            {
                TableText less = table.Remove("/rows/" + i);
                Assert.That(less.Count("/rows"), Is.EqualTo(count - 1));
                Assert.That(less.Insert("/rows", i, table.Find("/rows/" + i)).Text, Is.EqualTo(text));
            }
        }

        [Test]
        public void NumbersAndEscapesKeepTheirSpelling()
        {
            var table = new TableText(Odd);
            Assert.That(table.Set("/rows/0/gain", JsonValue.Of(1.5)).Text, Is.EqualTo(Odd));
            Assert.That(table.Set("/rows/0/gain", JsonValue.Of(2.0)).Text, Is.EqualTo(Odd.Replace("1.50e0", "2")));
            Assert.That(table.Set("/rows/1/from", JsonValue.Of("jawLeft")).Text, Is.StringContaining("\\u0042"));
        }

        [Test]
        public void NewEntriesFollowTheLinesAndIndentsAroundThem()
        {
            var table = new TableText(Odd);
            JsonValue entry = JsonValue.NewObject();
            entry["id"] = JsonValue.Of("c");
            Assert.That(EntryEdits.Add(table, "rows", entry).Text, Is.StringContaining("\"\\u0042\"},\r\n\t\t{\"id\": \"c\"}\r\n\t]"));
            Assert.That(table.Insert("/rows", 0, entry).Text, Is.StringContaining("[\r\n\t\t{\"id\": \"c\"},\r\n\t\t{\"id\":\"a\""));
        }

        [Test]
        public void ASectionThatIsMissingIsMadeInItsPlace()
        {
            JsonValue entry = JsonValue.NewObject();
            entry["id"] = JsonValue.Of("smile");
            string found = EntryEdits.Add(new TableText("{\n  \"version\": 1,\n  \"rows\": []\n}\n"), "signals", entry).Text;
            Assert.That(found, Is.EqualTo("{\n  \"version\": 1,\n  \"signals\": [\n    {\"id\": \"smile\"}\n  ],\n  \"rows\": []\n}\n"));
        }

        [Test]
        public void ANoteStaysTheLastProperty()
        {
            var table = new TableText("{\"rows\": [{\"id\": \"a\", \"to\": \"A\", \"note\": \"why\"}]}");
            string found = EntryEdits.SetProperty(table, "rows", "a", "gain", JsonValue.Of(0.5)).Text;
            Assert.That(found, Is.EqualTo("{\"rows\": [{\"id\": \"a\", \"to\": \"A\", \"gain\": 0.5, \"note\": \"why\"}]}"));
        }

        [Test]
        public void AnEntryMovesAsItIsWritten()
        {
            string text = File.ReadAllText(Repository.At("mappings/presets/vrm1.json"));
            TableText moved = new TableText(text).Move("/rows", 0, 2);
            Assert.That(moved.Move("/rows", 2, 0).Text, Is.EqualTo(text));
            string[] lines = text.Split('\n'), now = moved.Text.Split('\n');
            Assert.That(now.OrderBy(line => line, StringComparer.Ordinal), Is.EqualTo(lines.OrderBy(line => line, StringComparer.Ordinal)));
            Assert.That(moved.Find("/rows/2/id").AsText, Is.EqualTo(new TableText(text).Find("/rows/0/id").AsText));
        }

        [Test]
        public void PointersReachPropertiesWithSlashesAndTildes()
        {
            var table = new TableText("{\"conditions\": [{\"id\": \"c\", \"set\": {\"a/b\": 1, \"a~b\": 0.5}}]}");
            Assert.That(table.Find("/conditions/0/set/a~1b").AsNumber, Is.EqualTo(1.0));
            string found = table.Set("/conditions/0/set/a~0b", JsonValue.Of(0.25)).Text;
            Assert.That(found, Is.StringContaining("\"a~b\": 0.25"));
        }

        [Test]
        public void TheLastPropertyLeavesAnEmptyObject()
        {
            var table = new TableText("{\"eyes\": { \"wink\": {} }}");
            Assert.That(table.Remove("/eyes/wink").Text, Is.EqualTo("{\"eyes\": {}}"));
            Assert.That(table.Remove("/eyes/wink").Set("/eyes/link", JsonValue.Of(0.5)).Text, Is.EqualTo("{\"eyes\": {\"link\": 0.5}}"));
        }

        [Test]
        public void CommentsAreRefusedWithTheirPlace()
        {
            var error = Assert.Throws<MappingException>(() => new TableText("{\n  // mine\n  \"version\": 1\n}"));
            Assert.That(error.Faults[0].Line, Is.EqualTo(2));
            Assert.That(error.Faults[0].Remedy, Is.StringContaining("note"));
        }

        static IEnumerable<EntryView> Rows(string path, string text)
        {
            TableOutline outline = TableOutline.Of(path, new OverlayTables(path, text));
            return outline.Of("rows").Where(entry => entry.Own && entry.Properties["remove"] == null);
        }
    }
}
