using System;
using System.Collections.Generic;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>Elements of the window that are made alike.</summary>
    internal static class Elements
    {
        internal static VisualElement Bar()
        {
            var bar = new VisualElement();
            bar.AddToClassList("koekata-bar");
            return bar;
        }

        internal static Button Button(string text, Action clicked, string tooltip = "")
        {
            return new Button(clicked) { text = text, tooltip = tooltip };
        }

        internal static Label Title(string text)
        {
            var label = new Label(text);
            label.AddToClassList("koekata-title");
            return label;
        }

        /// <summary>A text that wraps.</summary>
        internal static Label Text(string text)
        {
            var label = new Label(text);
            label.AddToClassList("koekata-text");
            return label;
        }

        /// <summary>Lines whose blanks count.</summary>
        internal static Label Lines(IEnumerable<string> lines)
        {
            var label = new Label(string.Join("\n", new List<string>(lines).ToArray()));
            label.AddToClassList("koekata-code");
            return label;
        }

        internal static void Show(VisualElement element, bool visible)
        {
            element.style.display = visible ? DisplayStyle.Flex : DisplayStyle.None;
        }
    }
}
