using System;
using System.Collections.Generic;
using Koekata.Mapping;
using UnityEngine;

namespace Koekata
{
    /// <summary>
    /// A mapping table as an asset: what the importer made of a file *.koekata.json and of all that it extends. It has no state
    /// of its own, and any number of characters may use it.
    /// </summary>
    [KoekataHelp("mapping")]
    public sealed class KoekataMapping : ScriptableObject
    {
        [SerializeField] string sourcePath = "";
        [SerializeField] string revision = "";
        [SerializeField] bool stale;
        [SerializeField] MappingFileText[] files = new MappingFileText[0];
        [SerializeField] MappingFault[] faults = new MappingFault[0];
        // Unity carries other private fields over a reload of the scripts, as before play mode, and tables are none that it can.
        [NonSerialized] MappingTable table;
        [NonSerialized] string tableRevision;

        /// <summary>The path of the file that this was made of.</summary>
        public string SourcePath
        {
            get { return sourcePath; }
        }

        /// <summary>Changes whenever another table is in force.</summary>
        public string Revision
        {
            get { return revision; }
        }

        /// <summary>Whether the file has faults, and the last good table goes on in its place.</summary>
        public bool Stale
        {
            get { return stale; }
        }

        /// <summary>What is wrong with the file as it is now; empty where all is well.</summary>
        public IList<MappingFault> Faults
        {
            get { return faults; }
        }

        /// <summary>The chain of files that is in force, the file itself first; empty where there never was a good one.</summary>
        public IList<MappingFileText> Files
        {
            get { return files; }
        }

        /// <summary>The table in force; null where there never was a good one.</summary>
        public MappingTable Table
        {
            get
            {
                if (files.Length > 0 && tableRevision != revision)
                    Load();
                return table;
            }
        }

        /// <summary>An asset that is not in the project, of a text that extends nothing.</summary>
        /// <exception cref="MappingException">The table has faults.</exception>
        public static KoekataMapping FromText(string text, string name)
        {
            MappingTable loaded = new TableLoader().LoadText(text, name);
            var made = CreateInstance<KoekataMapping>();
            made.Fill(name, Guid.NewGuid().ToString("N"), new[] { new MappingFileText(name, text) }, new MappingFault[0], false);
            made.name = name;
            made.table = loaded;
            made.tableRevision = made.revision;
            return made;
        }

        /// <summary>For the importer: all that is kept. <paramref name="chain"/> must be free of faults.</summary>
        public void Fill(string path, string changed, MappingFileText[] chain, MappingFault[] wrong, bool lastGood)
        {
            sourcePath = path;
            revision = changed;
            files = chain;
            faults = wrong;
            stale = lastGood;
            tableRevision = null;
        }

        void Load()
        {
            tableRevision = revision;
            var memory = new MemoryTables();
            foreach (MappingFileText file in files)
                memory.Add(file.Path, file.Text);
            try
            {
                table = new TableLoader(memory).Load(files[0].Path);
            }
            catch (MappingException error)
            {
                // Only where another version of the package wrote the asset.
                Debug.LogError("Koekata: the table in \"" + name + "\" has to be imported anew. " + error.Message, this);
            }
        }
    }
}
