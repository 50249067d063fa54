using System.Text;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>The tables on the disk, with one of them as it is being edited.</summary>
    public sealed class OverlayTables : ITableFiles
    {
        readonly ITableFiles below;
        readonly string path;
        readonly byte[] bytes;

        /// <summary>The text stands in the place of the file.</summary>
        public OverlayTables(string path, string text) : this(path, text, new FileSystemTables())
        {
        }

        /// <summary>As above, over other tables than those in the file system.</summary>
        public OverlayTables(string path, string text, ITableFiles below)
        {
            this.below = below;
            this.path = below.Normalise(path);
            bytes = Encoding.UTF8.GetBytes(text);
        }

        /// <inheritdoc/>
        public string Normalise(string path)
        {
            return below.Normalise(path);
        }

        /// <inheritdoc/>
        public string Resolve(string from, string link)
        {
            return below.Resolve(from, link);
        }

        /// <inheritdoc/>
        public byte[] Read(string path, int limit)
        {
            if (below.Normalise(path) != this.path)
                return below.Read(path, limit);
            var found = new byte[bytes.Length < limit ? bytes.Length : limit];
            System.Array.Copy(bytes, found, found.Length);
            return found;
        }
    }
}
