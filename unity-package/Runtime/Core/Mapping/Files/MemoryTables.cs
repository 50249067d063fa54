using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Koekata.Mapping
{
    /// <summary>Tables in memory, by paths with "/".</summary>
    public sealed class MemoryTables : ITableFiles
    {
        readonly Dictionary<string, byte[]> files = new Dictionary<string, byte[]>();

        /// <summary>Adds or replaces a file.</summary>
        public void Add(string path, string text)
        {
            files[Normalise(path)] = Encoding.UTF8.GetBytes(text);
        }

        /// <summary>Adds or replaces a file.</summary>
        public void Add(string path, byte[] bytes)
        {
            files[Normalise(path)] = bytes;
        }

        /// <inheritdoc/>
        public string Normalise(string path)
        {
            return SlashPaths.Normalise(path);
        }

        /// <inheritdoc/>
        public string Resolve(string from, string link)
        {
            return SlashPaths.Resolve(from, link);
        }

        /// <inheritdoc/>
        public byte[] Read(string path, int limit)
        {
            byte[] found;
            if (!files.TryGetValue(Normalise(path), out found))
                throw new FileNotFoundException("there is no such file", path);
            if (found.Length <= limit)
                return found;
            var first = new byte[limit];
            Array.Copy(found, first, limit);
            return first;
        }
    }
}
