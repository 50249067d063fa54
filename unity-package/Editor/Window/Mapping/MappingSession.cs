using System;
using System.IO;
using Koekata.Editing;
using Koekata.Mapping;
using UnityEditor;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>
    /// A table that is being edited: its text, which Unity's undo keeps, and what it means. Every edit is shown on the characters
    /// at once, and stands in the file only when it is saved. It outlives a reload of the scripts.
    /// </summary>
    internal sealed class MappingSession : ScriptableObject
    {
        [SerializeField] KoekataMapping mapping;
        [SerializeField] string path = "";
        [SerializeField] string saved = "";
        [SerializeField] string text = "";

        readonly FileWatch watch = new FileWatch();
        TableText table;

        /// <summary>Told after every change.</summary>
        internal event Action Changed;

        /// <summary>What is wrong with the last edit or file; empty where nothing is.</summary>
        internal string Problem { get; private set; }

        /// <summary>What the table holds; null where its form is wrong.</summary>
        internal TableOutline Outline { get; private set; }

        /// <summary>What the loader says; null while no table is open.</summary>
        internal TableImport Import { get; private set; }

        /// <summary>The table as text; null while none is open, or while it is no JSON.</summary>
        internal TableText Table
        {
            get { return table; }
        }

        /// <summary>The path in the project; empty while no table is open.</summary>
        internal string Path
        {
            get { return path; }
        }

        /// <summary>Whether the table belongs to a package that Unity keeps as it came: it is only looked at.</summary>
        internal bool Kept { get; private set; }

        internal bool Unsaved
        {
            get { return text != saved; }
        }

        internal string SavedText
        {
            get { return saved; }
        }

        /// <summary>Takes another table; unsaved edits of the one before are asked for first.</summary>
        internal void Open(KoekataMapping wanted)
        {
            string place = AssetDatabase.GetAssetPath(wanted);
            if (string.IsNullOrEmpty(place))
                return;
            if (place == path)
            {
                // After a reload of the scripts the text is there still, and what it means is not.
                if (Import == null)
                    Refresh();
                return;
            }
            Leave();
            mapping = wanted;
            path = place;
            Undo.ClearUndo(this);
            Load();
        }

        /// <summary>Reads the file anew; edits that were not saved are lost.</summary>
        internal void Load()
        {
            try
            {
                text = saved = TableFile.Open(System.IO.Path.GetFullPath(path)).Saved;
                Refresh();
            }
            catch (MappingException error)
            {
                table = null;
                Tell(error.Faults[0].ToString());
            }
        }

        /// <summary>Changes the table, as one step of Unity's undo.</summary>
        internal void Edit(string label, Func<TableText, TableText> change)
        {
            if (table == null || Kept)
                return;
            TableText next;
            try
            {
                next = change(table);
            }
            catch (ArgumentException error)
            {
                Tell(error.Message);
                return;
            }
            if (next.Text == text)
                return;
            Undo.RecordObject(this, "Mapping: " + label);
            text = next.Text;
            Refresh();
        }

        /// <summary>Whether a table below has an entry: it is still there without that of this file.</summary>
        internal bool Inherits(string section, string id)
        {
            string without = EntryEdits.Remove(table, section, id, false).Text;
            TableOutline below = TableOutline.Of(path, Files(without));
            return below != null && below.Find(section, id) != null;
        }

        /// <summary>Writes the table into its file. What somebody else has changed there meanwhile is not written over.</summary>
        internal void Save()
        {
            try
            {
                new TableFile(System.IO.Path.GetFullPath(path), saved).Save(text);
                saved = text;
                AssetDatabase.ImportAsset(path);
                Refresh();
            }
            catch (IOException error)
            {
                Tell(error.Message);
            }
        }

        /// <summary>
        /// Ends with a table. Edits that were not saved are asked for; what is discarded goes back to what stands in the file, and
        /// what cannot be saved is kept beside it.
        /// </summary>
        internal void Leave()
        {
            if (!Unsaved)
                return;
            if (EditorUtility.DisplayDialog("Koekata", path + " has edits that are not saved.", "Save", "Discard"))
            {
                Save();
                if (Unsaved)
                    Debug.LogWarning("Koekata: " + Problem + "\nThe edits were kept in " + FileWatch.KeepAside(System.IO.Path.GetFullPath(path), text) + ".", mapping);
            }
            text = saved;
            AssetDatabase.ImportAsset(path, ImportAssetOptions.ForceUpdate);
        }

        /// <summary>Takes over what another program has written, unless there are edits that are not saved.</summary>
        internal void FollowFile()
        {
            if (path.Length > 0 && !Unsaved && watch.Changed(System.IO.Path.GetFullPath(path), saved))
                Load();
        }

        /// <summary>Looks at the text anew, as after undo.</summary>
        internal void Refresh()
        {
            if (path.Length == 0)
                return;
            Problem = "";
            Kept = KeptPackages.Has(path);
            try
            {
                table = new TableText(text, path);
            }
            catch (MappingException)
            {
                table = null;
            }
            ITableFiles files = Files(text);
            Import = new TableImport(path, files);
            Outline = TableOutline.Of(path, files);
            if (mapping && Import.Faults.Count == 0)
                Show();
            Tell(Problem);
        }

        // The asset in memory: every character that uses it follows. Importing the file puts it right again.
        void Show()
        {
            var chain = new MappingFileText[Import.Paths.Count];
            for (int i = 0; i < chain.Length; i++)
                chain[i] = new MappingFileText(Import.Paths[i], Import.Text(i));
            mapping.Fill(path, "edited " + Hash128.Compute(text), chain, new MappingFault[0], false);
        }

        ITableFiles Files(string edited)
        {
            return new OverlayTables(path, edited, new ProjectTables(System.IO.Path.GetFullPath));
        }

        void Tell(string problem)
        {
            Problem = problem;
            if (Changed != null)
                Changed();
        }
    }
}
