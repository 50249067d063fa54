using System;

namespace Koekata.Mapping
{
    /// <summary>
    /// Tables by their paths in a project, with "/": "Assets/Faces/hero.koekata.json". Something else knows where a path of the
    /// project is on the disk.
    /// </summary>
    public sealed class ProjectTables : ITableFiles
    {
        readonly FileSystemTables disk = new FileSystemTables();
        readonly Func<string, string> place;

        /// <summary>Tables whose place on the disk <paramref name="place"/> tells.</summary>
        public ProjectTables(Func<string, string> place)
        {
            this.place = place;
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
            return disk.Read(place(path), limit);
        }
    }
}
