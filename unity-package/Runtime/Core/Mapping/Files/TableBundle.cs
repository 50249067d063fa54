using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>
    /// Reads tables and remembers what was read, so that a table goes on with all that it extends where its files are not:
    /// in a built game, or in an asset.
    /// </summary>
    public sealed class TableBundle : ITableFiles
    {
        readonly ITableFiles files;
        readonly List<string> paths = new List<string>();
        readonly List<byte[]> contents = new List<byte[]>();

        /// <summary>Reads through other files.</summary>
        public TableBundle(ITableFiles files)
        {
            this.files = files;
        }

        /// <summary>All that was asked for, in the order of reading; with those that could not be read.</summary>
        public IList<string> Paths
        {
            get { return paths.AsReadOnly(); }
        }

        /// <summary>The bytes of a path of <see cref="Paths"/>; null where it could not be read.</summary>
        public byte[] Content(int index)
        {
            return contents[index];
        }

        /// <inheritdoc/>
        public string Normalise(string path)
        {
            return files.Normalise(path);
        }

        /// <inheritdoc/>
        public string Resolve(string from, string link)
        {
            return files.Resolve(from, link);
        }

        /// <inheritdoc/>
        public byte[] Read(string path, int limit)
        {
            paths.Add(path);
            contents.Add(null);
            byte[] bytes = files.Read(path, limit);
            contents[contents.Count - 1] = bytes;
            return bytes;
        }
    }
}
