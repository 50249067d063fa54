using System.Collections.Generic;
using Koekata.Editing;
using Koekata.Mapping;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>Sliders for the inputs that a target comes from, so that a row can be tried without a performer.</summary>
    internal sealed class TryPanel : VisualElement
    {
        readonly WindowContext context;
        readonly VisualElement sliders = new VisualElement();
        readonly Foldout foldout = new Foldout { text = "Try it" };
        string shown = "";

        internal TryPanel(WindowContext context)
        {
            this.context = context;
            foldout.Add(Elements.Text("A slider holds its channel, whatever the performer does, until it is let go. Outside play mode it switches the preview on."));
            foldout.Add(sliders);
            foldout.Add(Elements.Button("Let go of all", ReleaseAll));
            Add(foldout);
        }

        /// <summary>Shows the inputs of a target; a slider that is being moved stays.</summary>
        internal void Look(MappingTable table, string target)
        {
            IList<string> inputs = new List<string>();
            if (table != null && target.Length > 0)
                new Coverage(table).Inputs.TryGetValue(target, out inputs);
            string now = inputs == null ? "" : string.Join(",", new List<string>(inputs).ToArray());
            Elements.Show(foldout, now.Length > 0);
            if (now == shown)
                return;
            shown = now;
            Build();
        }

        void Build()
        {
            sliders.Clear();
            if (shown.Length == 0)
                return;
            foreach (string input in shown.Split(','))
                sliders.Add(Line(input));
        }

        Slider Line(string input)
        {
            float reach = (float)ChannelRegions.Reach(input);
            var slider = new Slider(input, ChannelRegions.IsSigned(input) ? -reach : 0f, reach);
            double held;
            if (Driven() && context.Face.Driver.Held.TryGet(input, out held))
                slider.SetValueWithoutNotify((float)held);
            else
                slider.SetValueWithoutNotify(0f);
            slider.RegisterValueChangedCallback(change => Hold(input, change.newValue));
            return slider;
        }

        void Hold(string input, float value)
        {
            if (!context.Face)
                return;
            context.Face.Preview = true;
            if (Driven())
                context.Face.Driver.Held.Set(input, value);
        }

        void ReleaseAll()
        {
            if (Driven())
                context.Face.Driver.Held.Clear();
            Build();
        }

        bool Driven()
        {
            return context.Face && context.Face.Driver != null;
        }
    }
}
