using Koekata.Editing;
using Koekata.Mapping;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>Why a shape is on: the chain from the channels to its value, of the frame that is shown now.</summary>
    internal sealed class WhyPanel : VisualElement
    {
        readonly WindowContext context;
        readonly Foldout foldout = new Foldout { text = "Why is this shape on?" };
        readonly Label chain = Elements.Lines(new string[0]);
        string target = "";

        internal WhyPanel(WindowContext context)
        {
            this.context = context;
            foldout.value = false;
            foldout.Add(chain);
            Add(foldout);
        }

        internal void Look(string wanted)
        {
            target = wanted;
            chain.text = "";
            Elements.Show(foldout, target.Length > 0);
        }

        internal void Tick()
        {
            if (!foldout.value || target.Length == 0 || !context.Face)
                return;
            Explanation why = context.Face.Explain(target);
            chain.text = why == null
                ? "Nothing is shown yet: start the preview, move a slider above, or enter play mode."
                : Elements.Code(WhyText.Lines(why));
        }
    }
}
