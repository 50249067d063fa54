using System.Collections.Generic;
using System.Text;

namespace Koekata.Mapping
{
    /// <summary>A table that was read to be kept elsewhere: its chain of files as texts, or what is wrong with it.</summary>
    public sealed class TableImport
    {
        readonly List<string> paths = new List<string>();
        readonly List<string> texts = new List<string>();
        readonly List<string> asked = new List<string>();
        readonly List<Fault> faults = new List<Fault>();

        /// <summary>Reads a table and all that it extends.</summary>
        public TableImport(string path, ITableFiles files)
        {
            var bundle = new TableBundle(files);
            try
            {
                Table = new TableLoader(bundle).Load(path);
            }
            catch (MappingException error)
            {
                faults.AddRange(error.Faults);
            }
            for (int i = 0; i < bundle.Paths.Count; i++)
                Keep(bundle.Paths[i], bundle.Content(i));
        }

        /// <summary>The table; null where there are faults.</summary>
        public MappingTable Table { get; private set; }

        /// <summary>What is wrong; empty where all is well.</summary>
        public IList<Fault> Faults
        {
            get { return faults.AsReadOnly(); }
        }

        /// <summary>All files that were asked for, the table itself first, with those that are not there.</summary>
        public IList<string> Asked
        {
            get { return asked.AsReadOnly(); }
        }

        /// <summary>The files that were read, the table itself first.</summary>
        public IList<string> Paths
        {
            get { return paths.AsReadOnly(); }
        }

        /// <summary>The text of a file of <see cref="Paths"/>.</summary>
        public string Text(int index)
        {
            return texts[index];
        }

        void Keep(string path, byte[] content)
        {
            if (asked.Contains(path))
                return;
            asked.Add(path);
            if (content == null)
                return;
            bool marked = content.Length >= 3 && content[0] == 0xEF && content[1] == 0xBB && content[2] == 0xBF;
            int start = marked ? 3 : 0;
            paths.Add(path);
            texts.Add(Encoding.UTF8.GetString(content, start, content.Length - start));
        }
    }
}
