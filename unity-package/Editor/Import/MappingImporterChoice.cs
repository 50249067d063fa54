using System;
using System.Collections.Generic;
using UnityEditor;

namespace Koekata.Editor
{
    /// <summary>
    /// Editors whose importers know only the last part of an ending take *.koekata.json for a text. There this chooses the right
    /// importer; where it is chosen already, nothing happens.
    /// </summary>
    internal sealed class MappingImporterChoice : AssetPostprocessor
    {
        // A file that cannot be changed, as in a package, stays a text: asking each time would import it for ever.
        static readonly HashSet<string> asked = new HashSet<string>();

        static void OnPostprocessAllAssets(string[] imported, string[] deleted, string[] moved, string[] movedFrom)
        {
            asked.ExceptWith(deleted);
            asked.ExceptWith(movedFrom);
            Choose(imported);
            Choose(moved);
        }

        static void Choose(string[] paths)
        {
            foreach (string path in paths)
                if (path.EndsWith("." + KoekataMappingImporter.Ending, StringComparison.OrdinalIgnoreCase) &&
                    !(AssetImporter.GetAtPath(path) is KoekataMappingImporter) && asked.Add(path))
                    AssetDatabase.SetImporterOverride<KoekataMappingImporter>(path);
        }
    }
}
