using System.IO;
using System.Text.RegularExpressions;
using NUnit.Framework;
using UnityEditor;
using UnityEngine;
using UnityEngine.TestTools;

namespace Koekata.Editor.Tests
{
    /// <summary>Tables as assets. For Unity's runner.</summary>
    [TestFixture]
    public sealed class MappingImporterTests
    {
        const string Folder = "Assets/KoekataImporterTests";
        const string Hero = Folder + "/hero.koekata.json";
        const string Base = Folder + "/base.koekata.json";
        const string Good = "{\"version\": 1, \"rows\": [{\"id\": \"open\", \"from\": \"jawOpen\", \"to\": \"Open\"}]}";

        [SetUp]
        public void Begin()
        {
            AssetDatabase.CreateFolder("Assets", "KoekataImporterTests");
        }

        [TearDown]
        public void End()
        {
            AssetDatabase.DeleteAsset(Folder);
        }

        [Test]
        public void ATableBecomesAnAsset()
        {
            Assert.That(Import(Hero, Good).Table.Targets[0].Id, Is.EqualTo("Open"));
        }

        [Test]
        public void ABadEditKeepsTheLastGoodTableAndTellsThePlace()
        {
            Import(Hero, Good);
            LogAssert.Expect(LogType.Error, new Regex("jawOpne"));
            KoekataMapping mapping = Import(Hero, Good.Replace("jawOpen", "jawOpne"));
            Assert.That(mapping.Stale, Is.True);
            Assert.That(mapping.Table.Targets[0].Id, Is.EqualTo("Open"));
            Assert.That(mapping.Faults[0].Line, Is.EqualTo(1));
            Assert.That(mapping.Faults[0].Column, Is.GreaterThan(1));
        }

        [Test]
        public void AnEditOfABaseReachesTheTableThatExtendsIt()
        {
            Import(Base, Good);
            string before = Import(Hero, "{\"version\": 1, \"extends\": \"base.koekata.json\"}").Revision;
            Import(Base, Good.Replace("Open\"}", "Wide\"}"));
            var mapping = AssetDatabase.LoadAssetAtPath<KoekataMapping>(Hero);
            Assert.That(mapping.Revision, Is.Not.EqualTo(before));
            Assert.That(mapping.Table.Targets[0].Id, Is.EqualTo("Wide"));
        }

        static KoekataMapping Import(string path, string text)
        {
            File.WriteAllText(path, text);
            AssetDatabase.ImportAsset(path);
            return AssetDatabase.LoadAssetAtPath<KoekataMapping>(path);
        }
    }
}
