using System;
using UnityEditor;

namespace Koekata.Editor
{
    /// <summary>
    /// Editors whose importers know only the last part of an ending take *.koekata.json for a text. There this chooses the right
    /// importer; where it is chosen already, nothing happens.
    /// </summary>
    internal sealed class MappingImporterChoice : AssetPostprocessor
    {
        static void OnPostprocessAllAssets(string[] imported, string[] deleted, string[] moved, string[] movedFrom)
        {
            Choose(imported);
            Choose(moved);
        }

        static void Choose(string[] paths)
        {
            foreach (string path in paths)
                if (path.EndsWith("." + KoekataMappingImporter.Ending, StringComparison.OrdinalIgnoreCase) &&
                    !(AssetImporter.GetAtPath(path) is KoekataMappingImporter))
                    AssetDatabase.SetImporterOverride<KoekataMappingImporter>(path);
        }
    }
}
