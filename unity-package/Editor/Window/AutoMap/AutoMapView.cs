using System.IO;
using Koekata.Editing;
using UnityEditor;
using UnityEngine;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>Drafts a table from the names of the selected model's shapes, and says why each was taken for what.</summary>
    internal sealed class AutoMapView : ScrollView, IWindowView
    {
        readonly WindowContext context;
        readonly Toggle doubtful = new Toggle("Take doubtful guesses, too");
        readonly VisualElement told = new VisualElement();
        readonly Button save;
        TableDraft draft;

        internal AutoMapView(WindowContext context)
        {
            this.context = context;
            doubtful.tooltip = "Guesses below a score of 0.7 become rows with a note.";
            save = Elements.Button("Save as...", Save, "Writes the table into the project, and gives it to the face.");
            save.SetEnabled(false);
            VisualElement bar = Elements.Bar();
            bar.Add(Elements.Button("Draft from the selected model", Draft));
            bar.Add(doubtful);
            bar.Add(save);
            Add(Elements.Title("From a preset"));
            Add(new PresetPanel(context));
            Add(Elements.Title("From the names of the model"));
            Add(bar);
            Add(Elements.Text("Select a face, or any object with meshes that have blendshapes. Rules and names are those of `koekata mapping init`."));
            Add(told);
        }

        /// <inheritdoc/>
        public void Tick()
        {
        }

        void Draft()
        {
            GameObject model = context.Face ? context.Face.Root.gameObject : Selection.activeGameObject;
            draft = null;
            told.Clear();
            ModelNames names = model ? SceneModel.Names(model) : null;
            if (names == null || names.Morphs.Count + names.Expressions.Count == 0)
                told.Add(new HelpBox("There is no mesh with blendshapes below the selection.", HelpBoxMessageType.Warning));
            else
                Tell(TableDraft.Make(names, context.Data, doubtful.value ? 0.0 : Guess.Bar));
            save.SetEnabled(draft != null);
        }

        void Tell(TableDraft made)
        {
            string found = made.Choice.Conventions.Count == 0 ? "" : "Named as " + string.Join(", ", made.Choice.Conventions.ToArray()) + ".";
            told.Add(Elements.Text(found));
            told.Add(Elements.Lines(DraftText.Lines(made)));
            draft = made.Choice.Driven.Count > 0 ? made : null;
            if (draft == null)
                told.Add(new HelpBox("Nothing was recognised. Name the shapes as ARKit has them, or write rows by hand.", HelpBoxMessageType.Warning));
        }

        void Save()
        {
            string name = Path.GetFileNameWithoutExtension(draft.Model.File);
            NewTable.Save(context, name, path => draft.Text);
        }
    }
}
