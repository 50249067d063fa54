using System;
using System.IO;

namespace Koekata.Editing
{
    /// <summary>Files that appear whole or not at all.</summary>
    public static class WholeFile
    {
        /// <summary>Writes a file beside its place, and moves it there.</summary>
        /// <exception cref="IOException">It cannot be written; what stood there before still does.</exception>
        public static void Write(string path, byte[] bytes)
        {
            Write(path, file => file.Write(bytes, 0, bytes.Length));
        }

        /// <summary>As with bytes, by whatever writes into the stream.</summary>
        /// <exception cref="IOException">It cannot be written; what stood there before still does.</exception>
        public static void Write(string path, Action<Stream> write)
        {
            string temporary = path + "." + Guid.NewGuid().ToString("N").Substring(0, 8) + ".tmp";
            try
            {
                using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
                    write(file);
                MoveInto(temporary, path);
            }
            catch (UnauthorizedAccessException error)
            {
                throw new IOException(error.Message, error);
            }
            finally
            {
                File.Delete(temporary);
            }
        }

        /// <summary>Puts a finished file in the place of another one.</summary>
        internal static void MoveInto(string temporary, string path)
        {
            if (File.Exists(path))
                File.Replace(temporary, path, null);
            else
                File.Move(temporary, path);
        }
    }
}
