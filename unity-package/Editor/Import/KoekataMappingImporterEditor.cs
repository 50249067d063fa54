using UnityEditor;
using UnityEditor.AssetImporters;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>Shows whether a table is right, or every fault at its line and column.</summary>
    [CustomEditor(typeof(KoekataMappingImporter))]
    public sealed class KoekataMappingImporterEditor : ScriptedImporterEditor
    {
        /// <summary>There is nothing to apply: the file is all there is.</summary>
        protected override bool needsApplyRevert
        {
            get { return false; }
        }

        /// <summary>The asset's own fields are the texts of the files: nothing to look at here.</summary>
        public override bool showImportedObject
        {
            get { return false; }
        }

        /// <inheritdoc/>
        public override void OnInspectorGUI()
        {
            var mapping = assetTarget as KoekataMapping;
            if (!mapping)
                return;
            if (mapping.Faults.Count == 0 && mapping.Table != null)
                EditorGUILayout.HelpBox(Description(mapping), MessageType.Info);
            else if (mapping.Stale)
                EditorGUILayout.HelpBox("The file has faults. The last good table goes on.", MessageType.Warning);
            foreach (MappingFault fault in mapping.Faults)
                Show(fault);
        }

        static string Description(KoekataMapping mapping)
        {
            string chain = "";
            for (int i = 1; i < mapping.Files.Count; i++)
                chain += "\nextends " + mapping.Files[i].Path;
            return "Right: " + mapping.Table.Targets.Count + " targets." + chain;
        }

        static void Show(MappingFault fault)
        {
            EditorGUILayout.HelpBox(
                "Line " + fault.Line + ", column " + fault.Column + ": " + fault.Message + "\n" + fault.Remedy, MessageType.Error);
            if (GUILayout.Button("Open " + fault.File + " at line " + fault.Line))
                AssetDatabase.OpenAsset(AssetDatabase.LoadMainAssetAtPath(fault.File), fault.Line, fault.Column);
        }
    }
}
