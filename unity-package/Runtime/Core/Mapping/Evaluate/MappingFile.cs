using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>A table that is edited while it drives a character. A bad edit leaves the last good table in force.</summary>
    public sealed class MappingFile
    {
        readonly string path;
        readonly TableLoader loader = new TableLoader();
        Dictionary<string, FileStamp> stamps;

        /// <summary>Loads a table.</summary>
        /// <exception cref="MappingException">The first table must be good.</exception>
        public MappingFile(string path)
        {
            this.path = path;
            Evaluator = new Evaluator(loader.Load(path));
            stamps = Look();
        }

        /// <summary>What evaluates the table in force.</summary>
        public Evaluator Evaluator { get; private set; }

        /// <summary>What is wrong with the file as it is now; null while it is in force.</summary>
        public MappingException Error { get; private set; }

        /// <summary>Looks whether a file has changed, and takes it over. True if a new table is in force.</summary>
        public bool Poll()
        {
            Dictionary<string, FileStamp> now = Look();
            if (Same(now, stamps))
                return false;
            stamps = now;
            try
            {
                Evaluator.Adopt(loader.Load(path));
                Error = null;
            }
            catch (MappingException error)
            {
                Error = error;
            }
            // The chain may have other files now; those that stand since before keep what was seen before loading.
            foreach (KeyValuePair<string, FileStamp> file in Look())
                if (!stamps.ContainsKey(file.Key))
                    stamps[file.Key] = file.Value;
            return Error == null;
        }

        Dictionary<string, FileStamp> Look()
        {
            var found = new Dictionary<string, FileStamp>();
            found[path] = new FileStamp(path);
            foreach (string file in Evaluator.Table.Files)
                found[file] = new FileStamp(file);
            if (Error != null)
                foreach (Fault fault in Error.Faults)
                    found[fault.File] = new FileStamp(fault.File);
            return found;
        }

        static bool Same(Dictionary<string, FileStamp> a, Dictionary<string, FileStamp> b)
        {
            foreach (KeyValuePair<string, FileStamp> file in a)
            {
                FileStamp other;
                if (!b.TryGetValue(file.Key, out other) || !other.Equals(file.Value))
                    return false;
            }
            return true;
        }
    }
}
