using System.Collections.Generic;
using System.IO;

namespace Koekata.Mapping.Runner
{
    /// <summary>A table with its files and frames.</summary>
    internal sealed class Case
    {
        internal const string TablePath = "table.json";

        internal readonly MemoryTables Files = new MemoryTables();
        internal readonly List<JsonNode> Frames = new List<JsonNode>();

        internal static Case Read(string line)
        {
            var source = new SourceText("case", line);
            JsonNode node = JsonReader.Read(source);
            if (node == null)
                throw new InvalidDataException(source.Faults[0].ToString());
            var found = new Case();
            if (node.Find("files") != null)
                foreach (string path in node.Find("files").Members.Names)
                    found.Files.Add(path, node.Find("files").Members[path].Text);
            found.Files.Add(TablePath, node.Find("table").Text);
            if (node.Find("frames") != null)
                found.Frames.AddRange(node.Find("frames").Items);
            return found;
        }
    }
}
