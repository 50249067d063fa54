using System.Collections.Generic;
using Koekata.Mapping;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>A button for every trigger of the table; the first nine have hotkeys.</summary>
    internal sealed class TriggerPanel : VisualElement
    {
        readonly WindowContext context;
        readonly VisualElement bar = Elements.Bar();
        MappingTable shown;

        internal TriggerPanel(WindowContext context)
        {
            this.context = context;
            Add(bar);
        }

        internal void Tick()
        {
            MappingTable table = context.Face && context.Face.Mapping ? context.Face.Mapping.Table : null;
            if (table == shown)
                return;
            shown = table;
            bar.Clear();
            if (table != null)
                Build(table.Triggers);
        }

        void Build(IList<string> triggers)
        {
            for (int i = 0; i < triggers.Count; i++)
            {
                string trigger = triggers[i];
                string hotkey = i < TriggerShortcuts.Count ? "Hotkey: " + TriggerShortcuts.Name(i) + " (Edit > Shortcuts > Koekata)" : "";
                bar.Add(Elements.Button(trigger, () => Toggle(trigger), hotkey));
            }
        }

        void Toggle(string trigger)
        {
            if (context.Face)
                context.Face.Toggle(trigger);
        }
    }
}
