using Koekata.Binding;
using UnityEditor;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>The settings of a face, with what stands in its way and what to do.</summary>
    [CustomEditor(typeof(KoekataFace))]
    public sealed class KoekataFaceEditor : UnityEditor.Editor
    {
        const int Most = 8;

        /// <inheritdoc/>
        public override void OnInspectorGUI()
        {
            DrawDefaultInspector();
            var face = (KoekataFace)target;
            if (!face.Receiver)
                EditorGUILayout.HelpBox("Without a receiver nothing comes. GameObject > Koekata > Receiver makes one.", MessageType.Warning);
            if (!face.Mapping)
                EditorGUILayout.HelpBox("Without a mapping table nothing moves. The Koekata window drafts one from the model: Auto-map.", MessageType.Warning);
            if (!string.IsNullOrEmpty(face.Warning))
                EditorGUILayout.HelpBox(face.Warning, MessageType.Warning);
            ShowMissing(face);
            if (GUILayout.Button("Open the Koekata window"))
                KoekataWindow.Open(face);
        }

        static void ShowMissing(KoekataFace face)
        {
            if (face.Missing.Count == 0)
                return;
            string text = "The model does not have all that its table drives:";
            for (int i = 0; i < face.Missing.Count && i < Most; i++)
                text += "\n" + face.Missing[i];
            if (face.Missing.Count > Most)
                text += "\n... and " + (face.Missing.Count - Most) + " more";
            EditorGUILayout.HelpBox(text, MessageType.Warning);
        }
    }
}
