using System.Collections.Generic;
using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace Koekata.Mapping.Tests
{
    /// <summary>The vectors of mappings/conformance, in place.</summary>
    internal static class Vectors
    {
        internal static IEnumerable<TestCaseData> Of(string kind)
        {
            string folder = Path.Combine(Folder(), kind);
            string[] files = Directory.GetFiles(folder, "*.json");
            System.Array.Sort(files, string.CompareOrdinal);
            foreach (string file in files)
                foreach (JObject test in Read(file)["tests"])
                    yield return new TestCaseData(test).SetName(
                        kind + "-" + Path.GetFileNameWithoutExtension(file) + "-" + (string)test["id"]);
        }

        /// <summary>The table with what it extends, as table.json.</summary>
        internal static MemoryTables FilesOf(JObject test)
        {
            var files = new MemoryTables();
            if (test["files"] != null)
                foreach (JProperty file in test["files"])
                    files.Add(file.Name, Text(file.Value));
            files.Add("table.json", test["text"] != null ? (string)test["text"] : Text(test["table"]));
            return files;
        }

        internal static string Text(JToken token)
        {
            return token.ToString(Formatting.None);
        }

        static JObject Read(string file)
        {
            using (var reader = new JsonTextReader(new StreamReader(file)))
            {
                reader.DateParseHandling = DateParseHandling.None;
                return JObject.Load(reader);
            }
        }

        static string Folder()
        {
            var folder = new DirectoryInfo(System.AppDomain.CurrentDomain.BaseDirectory);
            while (folder != null && !Directory.Exists(Path.Combine(folder.FullName, "mappings", "conformance")))
                folder = folder.Parent;
            Assert.That(folder, Is.Not.Null, "the folder mappings/conformance stands above the tests");
            return Path.Combine(folder.FullName, "mappings", "conformance");
        }
    }
}
