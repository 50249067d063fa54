using System;
using System.IO;
using Koekata.Mapping;
using NUnit.Framework;

namespace Koekata.Editing.Tests
{
    /// <summary>Nobody's work is lost when a table is saved.</summary>
    [TestFixture]
    public sealed class TableFileTests : FolderFixture
    {
        [Test]
        public void EveryTableIsSavedAsItWasRead()
        {
            foreach (string source in Repository.Tables())
            {
                string path = Path.Combine(folder, Path.GetFileName(source));
                File.Copy(source, path);
                TableFile file = TableFile.Open(path);
                file.Save(new TableText(file.Saved).Text);
                Assert.That(File.ReadAllBytes(path), Is.EqualTo(File.ReadAllBytes(source)));
            }
        }

        [Test]
        public void AByteOrderMarkStays()
        {
            string path = Path.Combine(folder, "marked.json");
            byte[] bytes = { 0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}' };
            File.WriteAllBytes(path, bytes);
            TableFile file = TableFile.Open(path);
            TableText table = new TableText(file.Saved).Set("/version", JsonValue.Of(1.0));
            file.Save(table.Text);
            Assert.That(File.ReadAllBytes(path)[0], Is.EqualTo(0xEF));
            file.Save(table.Remove("/version").Text);
            Assert.That(File.ReadAllBytes(path), Is.EqualTo(bytes));
            Assert.That(file.ChangedOnDisk(), Is.False);
        }

        [Test]
        public void AnothersChangeIsNotWrittenOver()
        {
            string path = Path.Combine(folder, "table.json");
            File.WriteAllText(path, "{\"version\": 1}");
            TableFile file = TableFile.Open(path);
            File.WriteAllText(path, "{\"version\": 1, \"name\": \"theirs\"}");
            Assert.That(file.ChangedOnDisk(), Is.True);
            Assert.Throws<TableChangedException>(() => file.Save("{\"version\": 1, \"name\": \"mine\"}"));
            Assert.That(File.ReadAllText(path), Is.StringContaining("theirs"));
            file.Reload();
            file.Save("{\"version\": 1, \"name\": \"mine\"}");
            Assert.That(File.ReadAllText(path), Is.StringContaining("mine"));
        }

        [Test]
        public void ASaveThatFailsLeavesTheOldFileAndNoOther()
        {
            string path = Path.Combine(folder, "table.json");
            Assert.Throws<IOException>(() => WholeFile.Write(path, file => { throw new IOException("the disk is full"); }));
            Assert.That(Directory.GetFiles(folder), Is.Empty);
        }

        [Test]
        public void AFileThatCannotBeReadIsTold()
        {
            string path = Path.Combine(folder, "latin.json");
            File.WriteAllBytes(path, new byte[] { (byte)'"', 0xE9, (byte)'"' });
            Assert.That(Assert.Throws<MappingException>(() => TableFile.Open(path)).Faults[0].Code, Is.EqualTo("encoding"));
            Assert.Throws<MappingException>(() => TableFile.Open(Path.Combine(folder, "missing.json")));
        }

        [Test]
        public void ATableIsPutTogetherWithItsUnsavedText()
        {
            string path = Repository.At("mappings/characters/kazune.json");
            TableText edited = EntryEdits.SetProperty(
                new TableText(File.ReadAllText(path)), "rows", "eye-angry", "gain", JsonValue.Of(0.25));
            var files = new OverlayTables(path, edited.Text);
            EntryView row = TableOutline.Of(path, files).Find("rows", "eye-angry");
            Assert.That(row.Own, Is.True);
            Assert.That(row.Number("gain", 1.0), Is.EqualTo(0.25));
            Assert.That(row.Sources().Count, Is.GreaterThan(0), "from the table below");
            new TableLoader(files).Load(path);
        }

        [Test]
        public void WhatIsInheritedIsChangedAndRemovedByAnEntryOfItsOwn()
        {
            string path = Repository.At("mappings/characters/kazune.json");
            string text = File.ReadAllText(path);
            EntryView inherited = null;
            foreach (EntryView entry in TableOutline.Of(path, new OverlayTables(path, text)).Of("rows"))
                inherited = entry.Own ? inherited : entry;
            var table = new TableText(text, path);
            TableText changed = EntryEdits.SetProperty(table, "rows", inherited.Id, "gain", JsonValue.Of(0.5));
            Assert.That(changed.Find("/rows/" + (changed.Count("/rows") - 1)).ToString(), Is.EqualTo("{\"id\": \"" + inherited.Id + "\", \"gain\": 0.5}"));
            TableText gone = EntryEdits.Remove(table, "rows", inherited.Id, true);
            Assert.That(TableOutline.Of(path, new OverlayTables(path, gone.Text)).Find("rows", inherited.Id), Is.Null);
        }
    }
}
