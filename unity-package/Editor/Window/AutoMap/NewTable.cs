using System;
using System.IO;
using System.Text;
using Koekata.Editing;
using UnityEditor;

namespace Koekata.Editor
{
    /// <summary>Writes a new table into the project and gives it to the face that is looked at.</summary>
    internal static class NewTable
    {
        /// <summary>Asks where; <paramref name="text"/> is told the path in the project.</summary>
        internal static void Save(WindowContext context, string name, Func<string, string> text)
        {
            string path = EditorUtility.SaveFilePanelInProject("Save the table", name + ".koekata", "json", "The name must end with .koekata.json.");
            if (string.IsNullOrEmpty(path))
                return;
            path = MappingPaths.WithEnding(path);
            WholeFile.Write(Path.GetFullPath(path), new UTF8Encoding(false).GetBytes(text(path)));
            AssetDatabase.ImportAsset(path);
            var mapping = AssetDatabase.LoadAssetAtPath<KoekataMapping>(path);
            if (context.Face && mapping)
                Give(context, mapping);
        }

        static void Give(WindowContext context, KoekataMapping mapping)
        {
            Undo.RecordObject(context.Face, "Koekata: take the new table");
            context.Face.Mapping = mapping;
            EditorUtility.SetDirty(context.Face);
            context.Look(context.Face);
        }
    }
}
