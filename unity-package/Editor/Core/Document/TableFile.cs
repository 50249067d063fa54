using System;
using System.IO;
using System.Text;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>A mapping table on the disk: what was read, and a safe way back.</summary>
    public sealed class TableFile
    {
        readonly ITableFiles files = new FileSystemTables();

        /// <summary>Goes on with a text that was read or written earlier; the file is not looked at.</summary>
        public TableFile(string path, string saved)
        {
            Path = path;
            Saved = saved;
        }

        /// <summary>Where the table lies.</summary>
        public string Path { get; private set; }

        /// <summary>The text as it was last read or written, with a byte order mark where the file has one.</summary>
        public string Saved { get; private set; }

        /// <summary>Reads a table.</summary>
        /// <exception cref="MappingException">The file cannot be read, or is not UTF-8, or too large.</exception>
        public static TableFile Open(string path)
        {
            var file = new TableFile(path, "");
            file.Saved = file.Read();
            return file;
        }

        /// <summary>Whether the file is no longer what was read; true where it is gone or cannot be read.</summary>
        public bool ChangedOnDisk()
        {
            try
            {
                return Read() != Saved;
            }
            catch (MappingException)
            {
                return true;
            }
        }

        /// <summary>Takes over what stands in the file now.</summary>
        /// <exception cref="MappingException">As <see cref="Open"/>.</exception>
        public void Reload()
        {
            Saved = Read();
        }

        /// <summary>
        /// Writes a text: a temporary file beside the table takes its place, so that the table is never half written.
        /// </summary>
        /// <exception cref="TableChangedException">Somebody else has changed the file since it was read; nothing is written.</exception>
        /// <exception cref="IOException">The file cannot be written; the old one is as it was.</exception>
        public void Save(string text)
        {
            if (File.Exists(Path) && ChangedOnDisk())
                throw new TableChangedException(Path);
            WholeFile.Write(Path, new UTF8Encoding(false).GetBytes(text));
            Saved = text;
        }

        string Read()
        {
            SourceText source;
            // The reader tells what is wrong with the bytes; faults of the JSON are told by those who need it whole.
            DocumentReader.Read(files, Path, out source);
            Fault fault = source.Faults.Find(IsOfFile);
            if (fault != null)
                throw new MappingException(Path, source.Faults);
            return HasMark() ? "\ufeff" + source.Text : source.Text;
        }

        static bool IsOfFile(Fault fault)
        {
            return fault.Code == FaultCode.Unreadable || fault.Code == FaultCode.TooLarge || fault.Code == FaultCode.Encoding;
        }

        bool HasMark()
        {
            byte[] start = files.Read(Path, 3);
            return start.Length == 3 && start[0] == 0xEF && start[1] == 0xBB && start[2] == 0xBF;
        }
    }
}
