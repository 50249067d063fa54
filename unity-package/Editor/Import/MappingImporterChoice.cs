using System;
using System.Collections.Generic;
using UnityEditor;

namespace Koekata.Editor
{
    /// <summary>
    /// Unity tells of importers for endings of several parts from 2022.1 on, and of such that go before an importer of its own, as
    /// that of json is, in 6.3. An editor that takes *.koekata.json for a text is told here; where the right importer is chosen
    /// already, nothing happens.
    /// </summary>
    internal sealed class MappingImporterChoice : AssetPostprocessor
    {
        // A file whose importer cannot be chosen stays a text: asking each time would import it for ever.
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
                    !(AssetImporter.GetAtPath(path) is KoekataMappingImporter) && !KeptPackages.Has(path) && asked.Add(path))
                    AssetDatabase.SetImporterOverride<KoekataMappingImporter>(path);
        }
    }
}
