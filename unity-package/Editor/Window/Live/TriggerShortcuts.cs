using System.Collections.Generic;
using UnityEditor.ShortcutManagement;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>Hotkeys of the first nine triggers of the face that the window looks at. Edit > Shortcuts changes the keys.</summary>
    internal static class TriggerShortcuts
    {
        internal const int Count = 9;
        const ShortcutModifiers Keys = ShortcutModifiers.Alt | ShortcutModifiers.Shift;

        /// <summary>The keys as they are set in a new project.</summary>
        internal static string Name(int place)
        {
            return "Alt+Shift+" + (place + 1);
        }

        [Shortcut("Koekata/Trigger 1", KeyCode.Alpha1, Keys)]
        static void First()
        {
            Toggle(0);
        }

        [Shortcut("Koekata/Trigger 2", KeyCode.Alpha2, Keys)]
        static void Second()
        {
            Toggle(1);
        }

        [Shortcut("Koekata/Trigger 3", KeyCode.Alpha3, Keys)]
        static void Third()
        {
            Toggle(2);
        }

        [Shortcut("Koekata/Trigger 4", KeyCode.Alpha4, Keys)]
        static void Fourth()
        {
            Toggle(3);
        }

        [Shortcut("Koekata/Trigger 5", KeyCode.Alpha5, Keys)]
        static void Fifth()
        {
            Toggle(4);
        }

        [Shortcut("Koekata/Trigger 6", KeyCode.Alpha6, Keys)]
        static void Sixth()
        {
            Toggle(5);
        }

        [Shortcut("Koekata/Trigger 7", KeyCode.Alpha7, Keys)]
        static void Seventh()
        {
            Toggle(6);
        }

        [Shortcut("Koekata/Trigger 8", KeyCode.Alpha8, Keys)]
        static void Eighth()
        {
            Toggle(7);
        }

        [Shortcut("Koekata/Trigger 9", KeyCode.Alpha9, Keys)]
        static void Ninth()
        {
            Toggle(8);
        }

        static void Toggle(int place)
        {
            KoekataFace face = KoekataWindow.CurrentFace;
            if (!face || !face.Mapping || face.Mapping.Table == null)
                return;
            IList<string> triggers = face.Mapping.Table.Triggers;
            if (place < triggers.Count)
                face.Toggle(triggers[place]);
        }
    }
}
