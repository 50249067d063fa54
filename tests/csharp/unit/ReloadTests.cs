using System;
using System.IO;
using NUnit.Framework;

namespace Koekata.Mapping.Tests
{
    /// <summary>Tables that are edited while they drive a character.</summary>
    [TestFixture]
    public sealed class ReloadTests
    {
        string folder, path;
        int edits;

        [SetUp]
        public void Begin()
        {
            folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            path = Path.Combine(folder, "table.json");
            Directory.CreateDirectory(folder);
            Save(path, Tables.Row(""));
        }

        [TearDown]
        public void End()
        {
            Directory.Delete(folder, true);
        }

        [Test]
        public void AnEditIsTakenOverAndStateGoesOn()
        {
            Save(path, Tables.Whole);
            var file = new MappingFile(path);
            Show(file, "browDownLeft", 1.0, "browDownRight", 1.0);
            double before = ValueOf(file, "Angry");
            Assert.That(file.Poll(), Is.False);
            Save(path, Tables.Whole.Replace("\"Wave\": 0.7", "\"Wave\": 0.6"));
            Assert.That(file.Poll(), Is.True);
            Show(file, "browDownLeft", 1.0, "browDownRight", 1.0);
            Assert.That(ValueOf(file, "Angry"), Is.EqualTo(2.0 * before).Within(1e-9));
        }

        [Test]
        public void ABadEditLeavesTheLastGoodTableAndItsMendingTakesOver()
        {
            var file = new MappingFile(path);
            Save(path, Tables.Row(", \"gain\": \"2\""));
            Assert.That(file.Poll(), Is.False);
            Assert.That(file.Error.Faults[0].Code, Is.EqualTo(FaultCode.WrongType));
            Assert.That(Driven(file), Is.EqualTo(0.25));
            Assert.That(file.Poll(), Is.False);
            Save(path, Tables.Row(", \"gain\": 2"));
            Assert.That(file.Poll(), Is.True);
            Assert.That(file.Error, Is.Null);
            Assert.That(Driven(file), Is.EqualTo(0.5));
        }

        [Test]
        public void AnEditOfABaseIsSeen()
        {
            string studio = Path.Combine(folder, "studio.json");
            Save(studio, Tables.Row(""));
            Save(path, "{\"version\": 1, \"extends\": \"studio.json\"}");
            var file = new MappingFile(path);
            Save(studio, Tables.Row(", \"gain\": 3"));
            Assert.That(file.Poll(), Is.True);
            Assert.That(Driven(file), Is.EqualTo(0.75));
        }

        [Test]
        public void AFileThatIsAwayForAMomentComesBack()
        {
            var file = new MappingFile(path);
            File.Delete(path);
            Assert.That(file.Poll(), Is.False);
            Assert.That(file.Error.Faults[0].Code, Is.EqualTo(FaultCode.Unreadable));
            Save(path, Tables.Row(", \"gain\": 2"));
            Assert.That(file.Poll(), Is.True);
            Assert.That(Driven(file), Is.EqualTo(0.5));
        }

        [Test]
        public void AFrameOfTheLastTableIsTakenWithItsValuesByName()
        {
            var loader = new TableLoader();
            const string ears = @"{""version"": 1, ""inputs"": [{""id"": ""tail""}, {""id"": ""ears""}],
                ""rows"": [{""id"": ""r"", ""from"": ""ears"", ""to"": ""x""}]}";
            var evaluator = new Evaluator(loader.LoadText(Tables.Whole));
            MappingFrame frame = evaluator.NewFrame();
            frame.Set("ears", 0.4);
            evaluator.Adopt(loader.LoadText(ears));
            Assert.That(evaluator.Step(frame, 0.1)[0], Is.EqualTo(0.4));
            Assert.That(evaluator.Slot("ears"), Is.EqualTo(frame.Layout.Slot("ears")));
        }

        [Test]
        public void ChannelsKeepTheirSlotsInEveryTable()
        {
            var loader = new TableLoader();
            var one = new Evaluator(loader.LoadText(Tables.Whole));
            var other = new Evaluator(loader.LoadText(Tables.Row("")));
            for (int slot = 0; slot < other.Layout.Count; slot++)
                Assert.That(one.Layout.Name(slot), Is.EqualTo(other.Layout.Name(slot)));
        }

        // A clock of files may be coarse: each edit is a second after the last.
        void Save(string file, string text)
        {
            File.WriteAllText(file, text);
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(edits++));
        }

        static void Show(MappingFile file, string first, double x, string second, double y)
        {
            MappingFrame frame = file.Evaluator.NewFrame();
            frame.Set(first, x);
            frame.Set(second, y);
            file.Evaluator.Step(frame, 0.05);
        }

        static double Driven(MappingFile file)
        {
            Show(file, "jawOpen", 0.25, "cheekPuff", 0.0);
            return ValueOf(file, "x");
        }

        static double ValueOf(MappingFile file, string target)
        {
            double value;
            Assert.That(file.Evaluator.Outputs.TryGet(target, out value), Is.True, target);
            return value;
        }
    }
}
