using System;
using System.IO;

namespace Koekata.Mapping
{
    /// <summary>By which a change of a file is seen.</summary>
    internal struct FileStamp : IEquatable<FileStamp>
    {
        readonly long length;
        readonly DateTime written;

        internal FileStamp(string path)
        {
            var file = new FileInfo(path);
            length = file.Exists ? file.Length : -1;
            written = file.Exists ? file.LastWriteTimeUtc : DateTime.MinValue;
        }

        public bool Equals(FileStamp other)
        {
            return length == other.length && written == other.written;
        }
    }
}
