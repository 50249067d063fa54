using System.Collections.Generic;
using Koekata.Editing;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>Makes a table of one's own that extends a preset.</summary>
    internal sealed class PresetPanel : VisualElement
    {
        readonly WindowContext context;
        readonly DropdownField preset;

        internal PresetPanel(WindowContext context)
        {
            this.context = context;
            List<string> presets = PackageData.Presets();
            if (presets.Count == 0)
                return;
            preset = new DropdownField("Preset", presets, 0);
            VisualElement bar = Elements.Bar();
            bar.Add(preset);
            bar.Add(Elements.Button("Table from this preset...", Save, "Writes a table that extends it into the project, and gives it to the face."));
            Add(bar);
        }

        void Save()
        {
            string name = context.Face ? context.Face.name : "Face";
            NewTable.Save(context, name, path => ExtendingTable.Text(path, PackageData.PresetPath(preset.value), name));
        }
    }
}
