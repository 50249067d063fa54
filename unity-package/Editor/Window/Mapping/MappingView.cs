using Koekata.Editing;
using Koekata.Mapping;
using UnityEditor;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>The mapping editor: entries on the left, the chosen one on the right.</summary>
    internal sealed class MappingView : VisualElement, IWindowView
    {
        readonly WindowContext context;
        readonly EntryList list;
        readonly EntryPanel entry;
        readonly BlockPanel block;
        readonly HelpBox problem = new HelpBox("", HelpBoxMessageType.Error);
        readonly HelpBox kept = new HelpBox(
            "This table belongs to a package that Unity keeps as it came. Make one that extends it: Auto-map, Table from this preset.",
            HelpBoxMessageType.Info);
        readonly Label title = new Label("");
        readonly Button save;

        internal MappingView(WindowContext context)
        {
            this.context = context;
            save = Elements.Button("Save", context.Session.Save, "Writes the edits into the file; what was not touched stays as it is written.");
            list = new EntryList(context);
            entry = new EntryPanel(context);
            block = new BlockPanel(context);
            list.Chosen += Choose;
            Add(Toolbar());
            Add(problem);
            Add(kept);
            var columns = new VisualElement();
            columns.AddToClassList("koekata-columns");
            columns.Add(list);
            entry.AddToClassList("koekata-grow");
            columns.Add(entry);
            block.AddToClassList("koekata-grow");
            columns.Add(block);
            Add(columns);
            Choose("", "");
            context.Session.Changed += Refresh;
            Refresh();
        }

        /// <inheritdoc/>
        public void Tick()
        {
            entry.Tick();
            context.Session.FollowFile();
        }

        VisualElement Toolbar()
        {
            VisualElement bar = Elements.Bar();
            bar.Add(save);
            bar.Add(Elements.Button("Reload", Reload, "Reads the file anew."));
            bar.Add(Elements.Button("Changes", ShowChanges, "Shows the lines that saving would change."));
            title.AddToClassList("koekata-grow");
            bar.Add(title);
            return bar;
        }

        void Refresh()
        {
            MappingSession session = context.Session;
            title.text = session.Path.Length == 0 ? "The chosen face has no mapping table." : session.Path + (session.Unsaved ? " *" : "");
            save.SetEnabled(session.Unsaved && session.Table != null);
            string wrong = Wrong(session);
            problem.text = wrong;
            Elements.Show(problem, wrong.Length > 0);
            Elements.Show(kept, session.Kept);
            block.SetEnabled(!session.Kept);
            list.Refresh();
            entry.Refresh();
            block.Refresh();
        }

        void Choose(string section, string id)
        {
            block.Show(section);
            Elements.Show(entry, !TableOutline.Blocks.Contains(section));
            entry.Show(section, id);
        }

        static string Wrong(MappingSession session)
        {
            if (!string.IsNullOrEmpty(session.Problem))
                return session.Problem;
            if (session.Import == null || session.Import.Faults.Count == 0)
                return "";
            Fault first = session.Import.Faults[0];
            int more = session.Import.Faults.Count - 1;
            return first + (more > 0 ? "\n... and " + more + " more. The last good table goes on." : "\nThe last good table goes on.");
        }

        void Reload()
        {
            MappingSession session = context.Session;
            if (session.Path.Length == 0)
                return;
            if (!session.Unsaved || EditorUtility.DisplayDialog("Koekata", "Edits that are not saved are lost.", "Reload", "Cancel"))
                session.Load();
        }

        void ShowChanges()
        {
            MappingSession session = context.Session;
            if (session.Table == null)
                return;
            string lines = string.Join("\n", new System.Collections.Generic.List<string>(
                LineDiff.Between(session.SavedText, session.Table.Text)).ToArray());
            EditorUtility.DisplayDialog("Koekata: what saving changes", lines.Length > 0 ? lines : "Nothing.", "OK");
        }
    }
}
