using System;
using System.IO;
using System.Security;

namespace Koekata.Mapping
{
    /// <summary>Tables in the file system.</summary>
    public sealed class FileSystemTables : ITableFiles
    {
        /// <inheritdoc/>
        public string Normalise(string path)
        {
            return FullPath("", path);
        }

        /// <inheritdoc/>
        public string Resolve(string from, string link)
        {
            return FullPath(Path.GetDirectoryName(Normalise(from)), link);
        }

        /// <inheritdoc/>
        public byte[] Read(string path, int limit)
        {
            try
            {
                return ReadBytes(path, limit);
            }
            catch (UnauthorizedAccessException error)
            {
                throw new IOException(error.Message, error);
            }
            catch (SecurityException error)
            {
                throw new IOException(error.Message, error);
            }
            catch (ArgumentException error)
            {
                throw new IOException(error.Message, error);
            }
            catch (NotSupportedException error)
            {
                throw new IOException(error.Message, error);
            }
        }

        // What can be no path of a file is left as it is, and cannot be read.
        static string FullPath(string folder, string path)
        {
            if (path.Length == 0 || path.IndexOfAny(Path.GetInvalidPathChars()) >= 0)
                return path;
            try
            {
                return Path.GetFullPath(Path.Combine(folder, path));
            }
            catch (PathTooLongException)
            {
                return path;
            }
            catch (NotSupportedException)
            {
                return path;
            }
        }

        static byte[] ReadBytes(string path, int limit)
        {
            using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            {
                var bytes = new byte[limit];
                int count = 0, got;
                while (count < limit && (got = file.Read(bytes, count, limit - count)) > 0)
                    count += got;
                Array.Resize(ref bytes, count);
                return bytes;
            }
        }
    }
}
