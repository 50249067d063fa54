using System.IO;
using Koekata.Editing;
using NUnit.Framework;
using UnityEditor;
using UnityEngine;

namespace Koekata.Editor.Tests
{
    /// <summary>Edits in the window are shown at once, undone by Unity, and saved without touching anything else.</summary>
    [TestFixture]
    public sealed class MappingSessionTests
    {
        const string Path = "Assets/KoekataSessionTest.koekata.json";
        const string Text = "{\n  \"version\": 1,\n  \"rows\": [\n    {\"id\": \"a\", \"from\": \"jawOpen\", \"to\": \"A\", \"gain\": 0.50}\n  ]\n}\n";

        MappingSession session;
        KoekataMapping mapping;

        [SetUp]
        public void Open()
        {
            File.WriteAllText(Path, Text);
            AssetDatabase.ImportAsset(Path, ImportAssetOptions.ForceUpdate);
            mapping = AssetDatabase.LoadAssetAtPath<KoekataMapping>(Path);
            session = ScriptableObject.CreateInstance<MappingSession>();
            session.hideFlags = HideFlags.HideAndDontSave;
            session.Open(mapping);
        }

        [TearDown]
        public void Close()
        {
            Object.DestroyImmediate(session);
            AssetDatabase.DeleteAsset(Path);
        }

        [Test]
        public void AnEditIsInForceBeforeItIsSaved()
        {
            string before = mapping.Revision;
            session.Edit("rename", table => EntryEdits.SetProperty(table, "rows", "a", "to", JsonValue.Of("B")));
            Assert.That(mapping.Table.Targets[0].Id, Is.EqualTo("B"));
            Assert.That(mapping.Revision, Is.Not.EqualTo(before));
            Assert.That(File.ReadAllText(Path), Is.EqualTo(Text));
        }

        [Test]
        public void UndoGoesBackToTheTextBefore()
        {
            session.Edit("gain", table => EntryEdits.SetProperty(table, "rows", "a", "gain", JsonValue.Of(0.7)));
            Assert.That(session.Unsaved, Is.True);
            // The editor does it at the end of a click or a key.
            Undo.FlushUndoRecordObjects();
            Undo.PerformUndo();
            session.Refresh();
            Assert.That(session.Table.Text, Is.EqualTo(Text));
            Assert.That(session.Unsaved, Is.False);
        }

        [Test]
        public void SavingChangesTheEditedPropertyAlone()
        {
            session.Edit("offset", table => EntryEdits.SetProperty(table, "rows", "a", "offset", JsonValue.Of(0.1)));
            session.Save();
            Assert.That(File.ReadAllText(Path), Is.EqualTo(Text.Replace("0.50}", "0.50, \"offset\": 0.1}")));
        }

        [Test]
        public void AFaultyEditLeavesTheLastGoodTableInForce()
        {
            session.Edit("bad", table => EntryEdits.SetProperty(table, "rows", "a", "from", JsonValue.Of("no such channel")));
            Assert.That(session.Import.Faults, Is.Not.Empty);
            Assert.That(mapping.Table, Is.Not.Null);
        }

        [Test]
        public void AnothersChangeIsNotWrittenOver()
        {
            session.Edit("gain", table => EntryEdits.SetProperty(table, "rows", "a", "gain", JsonValue.Of(0.7)));
            File.WriteAllText(Path, Text.Replace("\"A\"", "\"Theirs\""));
            session.Save();
            Assert.That(session.Problem, Is.Not.Empty);
            StringAssert.Contains("Theirs", File.ReadAllText(Path));
        }
    }
}
