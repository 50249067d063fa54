using System.Collections.Generic;
using System.IO;

namespace Koekata.Editing.Tests
{
    /// <summary>Files of the repository, from wherever the tests run.</summary>
    internal static class Repository
    {
        internal static string At(string path)
        {
            string folder = Directory.GetCurrentDirectory();
            while (!File.Exists(Path.Combine(folder, "mappings/SPEC.md")))
                folder = Path.GetDirectoryName(folder);
            return Path.Combine(folder, path);
        }

        /// <summary>Every table that comes with Koekata.</summary>
        internal static IEnumerable<string> Tables()
        {
            foreach (string folder in new[] { "mappings/presets", "mappings/characters" })
                foreach (string file in Directory.GetFiles(At(folder), "*.json"))
                    yield return file;
        }
    }
}
