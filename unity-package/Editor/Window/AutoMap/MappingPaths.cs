using System;

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
    }
}
