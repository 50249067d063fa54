using Koekata.Mapping;
using NUnit.Framework;

namespace Koekata.Editing.Tests
{
    /// <summary>A new table finds the one that it extends, from wherever it is put.</summary>
    [TestFixture]
    public sealed class ExtendingTableTests
    {
        [TestCase("Assets/hero.koekata.json", "Packages/com.koekata.unity/Presets/vroid.koekata.json", "../Packages/com.koekata.unity/Presets/vroid.koekata.json")]
        [TestCase("Assets/Faces/Main/hero.koekata.json", "Packages/p/Presets/a.koekata.json", "../../../Packages/p/Presets/a.koekata.json")]
        [TestCase("Assets/Faces/hero.koekata.json", "Assets/Faces/base.koekata.json", "base.koekata.json")]
        [TestCase("Assets/Faces/hero.koekata.json", "Assets/base.koekata.json", "../base.koekata.json")]
        [TestCase("Assets/hero.koekata.json", "Assets/Faces/base.koekata.json", "Faces/base.koekata.json")]
        public void TheLinkLeadsToTheOther(string path, string below, string link)
        {
            string text = ExtendingTable.Text(path, below, "Hero \"A\"");
            Assert.That(new TableText(text).Find("/extends").AsText, Is.EqualTo(link));
            var files = new MemoryTables();
            files.Add(path, text);
            files.Add(below, "{\"version\": 1, \"rows\": [{\"id\": \"a\", \"from\": \"jawOpen\", \"to\": \"A\"}]}");
            MappingTable table = new TableLoader(files).Load(path);
            Assert.That(table.Name, Is.EqualTo("Hero \"A\""));
            Assert.That(table.Targets[0].Id, Is.EqualTo("A"));
        }
    }
}
