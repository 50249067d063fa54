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
            var label = new Label(Code(lines));
            label.AddToClassList("koekata-code");
            return label;
        }

        /// <summary>Lines as one text. Unity 6 makes one blank of several, unless they are such that do not break.</summary>
        internal static string Code(IEnumerable<string> lines)
        {
            return string.Join("\n", new List<string>(lines).ToArray()).Replace(' ', '\u00a0');
        }

        internal static void Show(VisualElement element, bool visible)
        {
            element.style.display = visible ? DisplayStyle.Flex : DisplayStyle.None;
        }
    }
}
