using System;
using System.IO;
using Koekata.Mapping;
using NUnit.Framework;

namespace Koekata.Editing.Tests
{
    /// <summary>A renamed entry keeps doing what it did.</summary>
    [TestFixture]
    public sealed class RenamingTests
    {
        const string Table = @"{""version"": 1, ""inputs"": [{""id"": ""ears""}],
 ""signals"": [{""id"": ""anger"", ""from"": [""browDownLeft"", {""of"": ""ears"", ""weight"": 2}]}],
 ""conditions"": [{""id"": ""cold"", ""when"": ""anger"", ""suppress"": [""brows""], ""set"": {""Mouth/1"": 1}}],
 ""targets"": [{""id"": ""Mouth/1"", ""region"": ""brows""}, {""id"": ""Eye"", ""name"": ""E""}],
 ""rows"": [{""id"": ""r"", ""from"": ""anger"", ""to"": ""Mouth/1"", ""while"": ""cold"", ""unless"": [""cold""]}, {""id"": ""e"", ""from"": ""ears"", ""to"": ""Eye""}],
 ""groups"": [{""id"": ""g"", ""members"": [{""target"": ""Mouth/1"", ""priority"": 1}, ""Eye""], ""while"": ""cold""}],
 ""regions"": [{""id"": ""brows"", ""attack"": 0.1}]}";

        [TestCase("inputs", "ears", 2)]
        [TestCase("signals", "anger", 2)]
        [TestCase("conditions", "cold", 3)]
        [TestCase("targets", "Mouth/1", 3)]
        [TestCase("regions", "brows", 2)]
        public void AllUsesFollow(string section, string id, int uses)
        {
            var loader = new TableLoader();
            loader.LoadText(Table);
            TableText renamed = Renaming.Rename(new TableText(Table), section, id, "new \"name\"");
            loader.LoadText(renamed.Text);
            int there = renamed.Text.Split(new[] { "\"new \\\"name\\\"\"" }, StringSplitOptions.None).Length - 1;
            Assert.That(there, Is.EqualTo(uses + 1));
        }

        [Test]
        public void ATargetKeepsTheNameThatTheModelHas()
        {
            TableText renamed = Renaming.Rename(new TableText(Table), "targets", "Mouth/1", "M");
            Target target = new TableLoader().LoadText(renamed.Text).Targets[0];
            Assert.That(target.Id + target.Address.Name, Is.EqualTo("MMouth/1"));
            TableText named = Renaming.Rename(new TableText(Table), "targets", "Eye", "I");
            Assert.That(named.Find("/targets/1/name").AsText, Is.EqualTo("E"));
        }

        [Test]
        public void BackAndForthGivesTheSameBytes()
        {
            foreach (string path in Repository.Tables())
            {
                string text = File.ReadAllText(path);
                var table = new TableText(text, path);
                foreach (string section in new[] { "signals", "conditions", "regions" })
                    for (int i = 0; i < table.Count("/" + section); i += 5)
                    {
                        string id = table.Find("/" + section + "/" + i + "/id").AsText;
                        TableText renamed = Renaming.Rename(table, section, id, "another");
                        Assert.That(Renaming.Rename(renamed, section, "another", id).Text, Is.EqualTo(text));
                    }
            }
        }

        [Test]
        public void TakenAndMissingIdsAreRefused()
        {
            var table = new TableText(Table);
            Assert.Throws<ArgumentException>(() => Renaming.Rename(table, "targets", "Eye", "Mouth/1"));
            Assert.Throws<ArgumentException>(() => Renaming.Rename(table, "targets", "Nose", "N"));
        }
    }
}
