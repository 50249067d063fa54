using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace Koekata.Mapping
{
    /// <summary>
    /// A chain of tables in one file on the disk, so that the last good one is found again. Never half written: a new file
    /// takes the place of the old one at once.
    /// </summary>
    public static class KeptTables
    {
        const string Mark = "koekata tables 1";

        /// <summary>Writes paths and texts.</summary>
        /// <exception cref="IOException">The file cannot be written.</exception>
        public static void Save(string file, IList<string> paths, IList<string> texts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file));
            string fresh = file + "." + Guid.NewGuid().ToString("N");
            using (var writer = new StreamWriter(fresh, false, new UTF8Encoding(false)) { NewLine = "\n" })
            {
                writer.WriteLine(Mark);
                for (int i = 0; i < paths.Count; i++)
                {
                    writer.WriteLine(paths[i]);
                    writer.WriteLine(texts[i].Length.ToString(CultureInfo.InvariantCulture));
                    writer.WriteLine(texts[i]);
                }
            }
            if (File.Exists(file))
                File.Delete(file);
            File.Move(fresh, file);
        }

        /// <summary>Reads what was written; false where there is nothing, or nothing that can be read.</summary>
        public static bool TryLoad(string file, List<string> paths, List<string> texts)
        {
            if (!File.Exists(file))
                return false;
            try
            {
                return Read(File.ReadAllText(file, new UTF8Encoding(false)), paths, texts);
            }
            catch (IOException)
            {
                return false;
            }
        }

        static bool Read(string all, List<string> paths, List<string> texts)
        {
            int at = 0;
            if (Line(all, ref at) != Mark)
                return false;
            while (at < all.Length)
            {
                string path = Line(all, ref at);
                int length;
                if (!int.TryParse(Line(all, ref at), NumberStyles.None, CultureInfo.InvariantCulture, out length) || at + length >= all.Length)
                    return false;
                paths.Add(path);
                texts.Add(all.Substring(at, length));
                at += length + 1;
            }
            return paths.Count > 0;
        }

        static string Line(string all, ref int at)
        {
            int end = all.IndexOf('\n', at);
            string line = end < 0 ? "" : all.Substring(at, end - at);
            at = end < 0 ? all.Length : end + 1;
            return line;
        }
    }
}
