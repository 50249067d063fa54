using System.IO;
using System.Text;
using NUnit.Framework;

namespace Koekata.Mapping.Tests
{
    /// <summary>What no vector can hold: files that cannot be read, and texts of remedies.</summary>
    [TestFixture]
    public sealed class LoaderTests
    {
        string folder;

        [SetUp]
        public void Begin()
        {
            folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            Directory.CreateDirectory(folder);
        }

        [TearDown]
        public void End()
        {
            Directory.Delete(folder, true);
        }

        [Test]
        public void AFileThatIsNotThereIsUnreadable()
        {
            Assert.That(CodeOf(Path.Combine(folder, "nowhere.json")), Is.EqualTo(FaultCode.Unreadable));
        }

        [Test]
        public void AFolderIsUnreadable()
        {
            Assert.That(CodeOf(folder), Is.EqualTo(FaultCode.Unreadable));
        }

        [Test]
        public void MoreThanOneMebibyteIsTooLarge()
        {
            string space = new string(' ', (1 << 20) - 14);
            Assert.That(new TableLoader().Load(Write(Bytes("{\"version\": 1}" + space))).Targets, Is.Empty);
            Assert.That(CodeOf(Write(Bytes("{\"version\": 1}" + space + " "))), Is.EqualTo(FaultCode.TooLarge));
        }

        [TestCase(new byte[] { 0xff, 0x22 })]
        [TestCase(new byte[] { 0xc0, 0xaf })]
        [TestCase(new byte[] { 0xed, 0xa0, 0x80 })]
        [TestCase(new byte[] { 0xf4, 0x90, 0x80, 0x80 })]
        [TestCase(new byte[] { 0xe3, 0x81 })]
        public void WhatIsNotUtf8IsToldSo(byte[] bytes)
        {
            Assert.That(CodeOf(Write(bytes)), Is.EqualTo(FaultCode.Encoding));
        }

        [Test]
        public void AByteOrderMarkIsSkipped()
        {
            byte[] bytes = new UTF8Encoding(true).GetPreamble();
            var whole = new MemoryStream();
            whole.Write(bytes, 0, bytes.Length);
            byte[] text = Bytes("{\"version\": 2}");
            whole.Write(text, 0, text.Length);
            Fault fault = FaultOf(Write(whole.ToArray()));
            Assert.That(fault.Code + fault.Column, Is.EqualTo("version2"));
        }

        [TestCase("a\\u0000b.json")]
        [TestCase(".")]
        [TestCase("nowhere/table.json")]
        public void ABaseThatCannotBeReadIsMissing(string path)
        {
            Fault fault = FaultOf(Write(Bytes("{\"version\": 1, \"extends\": \"" + path + "\"}")));
            Assert.That(fault.Code + fault.Pointer, Is.EqualTo("extends-missing/extends"));
        }

        [Test]
        public void BasesAreFoundRelativeToTheFileThatNamesThem()
        {
            Directory.CreateDirectory(Path.Combine(folder, "show", "shots"));
            File.WriteAllText(Path.Combine(folder, "studio.json"), Tables.Row(""));
            File.WriteAllText(Path.Combine(folder, "show", "cat.json"), "{\"version\": 1, \"extends\": \"../studio.json\"}");
            string shot = Path.Combine(folder, "show", "shots", "1.json");
            File.WriteAllText(shot, "{\"version\": 1, \"extends\": \"./../cat.json\"}");
            MappingTable table = new TableLoader().Load(shot);
            Assert.That(table.Files.Count + table.Targets[0].Id, Is.EqualTo("3x"));
        }

        [Test]
        public void AMisspeltNameGetsTheRightOne()
        {
            var loader = new TableLoader();
            var refused = Assert.Throws<MappingException>(
                () => loader.LoadText(Tables.Row("").Replace("jawOpen", "jawopn")));
            Assert.That(refused.Faults[0].Remedy, Is.StringStarting("Did you mean \"jawOpen\""));
        }

        [Test]
        public void TargetsKnowWhereTheyAreOnTheModel()
        {
            MappingTable table = new TableLoader().LoadText(
                @"{""version"": 1, ""targets"": [{""id"": ""ear"", ""kind"": ""bone"", ""bone"": ""J_Ear"", ""property"": ""scale"",
                ""axis"": ""y""}], ""rows"": [{""id"": ""r"", ""from"": ""jawOpen"", ""to"": ""Fcl_A""}]}");
            Assert.That(table.Targets[0].Address.Bone + table.Targets[0].Rest, Is.EqualTo("J_Ear1"));
            Assert.That(table.Targets[1].Kind + table.Targets[1].Address.Name, Is.EqualTo("MorphFcl_A"));
        }

        string Write(byte[] bytes)
        {
            string path = Path.Combine(folder, "table.json");
            File.WriteAllBytes(path, bytes);
            return path;
        }

        static byte[] Bytes(string text)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        static string CodeOf(string path)
        {
            return FaultOf(path).Code;
        }

        static Fault FaultOf(string path)
        {
            var loader = new TableLoader();
            return Assert.Throws<MappingException>(() => loader.Load(path)).Faults[0];
        }
    }
}
