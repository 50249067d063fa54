using System;
using System.IO;

namespace Koekata.Editor
{
    /// <summary>Names of table files.</summary>
    internal static class MappingPaths
    {
        const string Json = ".json";

        /// <summary>The path with the ending that the importer knows.</summary>
        internal static string WithEnding(string path)
        {
            string ending = "." + KoekataMappingImporter.Ending;
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return path;
            string stem = path.EndsWith(Json, StringComparison.OrdinalIgnoreCase) ? path.Substring(0, path.Length - Json.Length) : path;
            return stem + ending;
        }

        /// <summary>The folder of the project where something new beside the selected asset belongs.</summary>
        internal static string Folder(string selected)
        {
            if (string.IsNullOrEmpty(selected) || KeptPackages.Has(selected))
                return "Assets";
            // Paths of the project have "/" on every system.
            return Directory.Exists(selected) ? selected : Path.GetDirectoryName(selected).Replace('\\', '/');
        }
    }
}
