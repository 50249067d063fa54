namespace Koekata.Mapping
{
    /// <summary>Where tables, and those that they extend, are read from.</summary>
    public interface ITableFiles
    {
        /// <summary>The one name of a file: its path without detours.</summary>
        string Normalise(string path);

        /// <summary>The path of what <paramref name="link"/> names in the file <paramref name="from"/>, without detours.</summary>
        string Resolve(string from, string link);

        /// <summary>The bytes of a file, at most <paramref name="limit"/> of them.</summary>
        /// <exception cref="System.IO.IOException">The file cannot be read.</exception>
        byte[] Read(string path, int limit);
    }
}
