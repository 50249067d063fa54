using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Loads mapping tables: the file, those that it extends, and every fault of all of them.</summary>
    public sealed class TableLoader
    {
        readonly ITableFiles files;
        readonly TableContract contract;

        /// <summary>A loader of tables in the file system.</summary>
        public TableLoader() : this(new FileSystemTables())
        {
        }

        /// <summary>A loader of tables that stand elsewhere. Keep it for further tables: it holds the rules of the form.</summary>
        public TableLoader(ITableFiles files) : this(files, new TableContract())
        {
        }

        TableLoader(ITableFiles files, TableContract contract)
        {
            this.files = files;
            this.contract = contract;
        }

        /// <summary>Loads and checks a table with all that it extends.</summary>
        /// <exception cref="MappingException">The table has faults; it says all that can be told at once.</exception>
        public MappingTable Load(string path)
        {
            var chain = new Chain(files, new FormCheck(contract.Schema));
            chain.Read(path);
            List<Fault> faults = chain.Faults();
            if (chain.Roots.Count == 0 || !faults.TrueForAll(IsHarmless))
                throw Refused(path, faults);
            Merged merged = Merger.Merge(chain.Roots, contract);
            if (chain.Faults().TrueForAll(IsHarmless))
                MeaningCheck.Check(merged);
            faults = chain.Faults();
            if (faults.Count > 0)
                throw Refused(path, faults);
            return new TableBuilder(merged).Build();
        }

        /// <summary>As <see cref="Load"/>, of a text that extends nothing; <paramref name="name"/> stands in its faults.</summary>
        /// <exception cref="MappingException">The table has faults.</exception>
        public MappingTable LoadText(string text, string name = "table")
        {
            var memory = new MemoryTables();
            memory.Add(name, text);
            return new TableLoader(memory, contract).Load(name);
        }

        // Beside these faults of the form the meaning can still be checked.
        static bool IsHarmless(Fault fault)
        {
            return fault.Code == FaultCode.UnknownProperty || fault.Code == FaultCode.DuplicateKey ||
                fault.Code == FaultCode.OutOfRange;
        }

        static MappingException Refused(string path, List<Fault> faults)
        {
            var different = new List<Fault>();
            var seen = new HashSet<Fault>();
            foreach (Fault fault in faults)
                if (seen.Add(fault))
                    different.Add(fault);
            different.Sort((a, b) => Compare(path, a, b));
            return new MappingException(path, different);
        }

        static int Compare(string path, Fault a, Fault b)
        {
            int order = (a.File != path).CompareTo(b.File != path);
            if (order == 0)
                order = string.CompareOrdinal(a.File, b.File);
            if (order == 0)
                order = a.Line.CompareTo(b.Line);
            return order != 0 ? order : a.Column.CompareTo(b.Column);
        }
    }
}
