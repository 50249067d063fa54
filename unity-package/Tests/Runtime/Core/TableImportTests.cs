using System.Collections.Generic;
using System.IO;
using Koekata.Mapping;
using NUnit.Framework;

namespace Koekata.Tests
{
    /// <summary>Tables that are read to be kept in an asset.</summary>
    [TestFixture]
    public sealed class TableImportTests
    {
        const string Base = "{\"version\": 1, \"rows\": [{\"id\": \"open\", \"from\": \"jawOpen\", \"to\": \"open\"}]}";
        const string Hero = "{\"version\": 1, \"extends\": \"../Shared/base.koekata.json\"}";

        string folder;

        [SetUp]
        public void Begin()
        {
            folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            Directory.CreateDirectory(Path.Combine(folder, "Assets", "Faces"));
            Directory.CreateDirectory(Path.Combine(folder, "Assets", "Shared"));
            Save("Assets/Shared/base.koekata.json", Base);
            Save("Assets/Faces/hero.koekata.json", Hero);
        }

        [TearDown]
        public void End()
        {
            Directory.Delete(folder, true);
        }

        [Test]
        public void TheWholeChainIsKeptAndLoadsWithoutItsFiles()
        {
            TableImport import = Import();
            Assert.That(import.Faults, Is.Empty);
            Assert.That(import.Paths, Is.EqualTo(new[] { "Assets/Faces/hero.koekata.json", "Assets/Shared/base.koekata.json" }));
            var memory = new MemoryTables();
            for (int i = 0; i < import.Paths.Count; i++)
                memory.Add(import.Paths[i], import.Text(i));
            Assert.That(new TableLoader(memory).Load(import.Paths[0]).Targets[0].Id, Is.EqualTo("open"));
        }

        [Test]
        public void AFileThatIsMissingIsAskedForSoThatItsComingIsSeen()
        {
            File.Delete(Place("Assets/Shared/base.koekata.json"));
            TableImport import = Import();
            Assert.That(import.Faults[0].Code, Is.EqualTo("extends-missing"));
            Assert.That(import.Table, Is.Null);
            Assert.That(import.Asked, Is.EqualTo(new[] { "Assets/Faces/hero.koekata.json", "Assets/Shared/base.koekata.json" }));
        }

        [Test]
        public void FaultsNameTheFileOfTheChainAndTheirPlace()
        {
            Save("Assets/Shared/base.koekata.json", Base.Replace("\"jawOpen\"", "\"jawOpne\""));
            Fault fault = Import().Faults[0];
            Assert.That(fault.File, Is.EqualTo("Assets/Shared/base.koekata.json"));
            Assert.That(fault.Line, Is.EqualTo(1));
            Assert.That(fault.Column, Is.GreaterThan(1));
        }

        [Test]
        public void WhatIsKeptIsReadAsItWas()
        {
            string file = Path.Combine(folder, "Library", "kept.txt");
            var texts = new[] { "{\n\"まばたき\": 1}\n", "" };
            KeptTables.Save(file, new[] { "Assets/a.koekata.json", "Assets/b.koekata.json" }, texts);
            KeptTables.Save(file, new[] { "Assets/a.koekata.json", "Assets/b.koekata.json" }, texts);
            List<string> paths = new List<string>(), found = new List<string>();
            Assert.That(KeptTables.TryLoad(file, paths, found), Is.True);
            Assert.That(paths, Is.EqualTo(new[] { "Assets/a.koekata.json", "Assets/b.koekata.json" }));
            Assert.That(found, Is.EqualTo(texts));
            Assert.That(Directory.GetFiles(Path.GetDirectoryName(file)).Length, Is.EqualTo(1));
        }

        [TestCase("")]
        [TestCase("something else\n")]
        [TestCase("koekata tables 1\nAssets/a\n99\nshort\n")]
        [TestCase("koekata tables 1\nAssets/a\nx\n")]
        public void WhatCannotBeReadIsNotKept(string content)
        {
            string file = Path.Combine(folder, "kept.txt");
            File.WriteAllText(file, content);
            Assert.That(KeptTables.TryLoad(file, new List<string>(), new List<string>()), Is.False);
        }

        TableImport Import()
        {
            return new TableImport("Assets/Faces/hero.koekata.json", new ProjectTables(Place));
        }

        void Save(string path, string text)
        {
            File.WriteAllText(Place(path), text);
        }

        string Place(string path)
        {
            return Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
        }
    }
}
