using System.Collections.ObjectModel;

namespace Koekata.Mapping
{
    /// <summary>A whole table, valid and with every default filled in. It never changes and holds no state.</summary>
    public sealed class MappingTable
    {
        internal Input[] Inputs;
        internal Eyes Eyes;

        /// <summary>Each after those that it names.</summary>
        internal Signal[] Signals;

        internal Condition[] Conditions;
        internal Row[] Rows;
        internal Switch[] Switches;
        internal Group[] Groups;
        internal Region[] Regions;
        internal Lost Lost;

        internal MappingTable()
        {
        }

        /// <summary>For people.</summary>
        public string Name { get; internal set; }

        /// <summary>The chain of `extends`, the base first.</summary>
        public ReadOnlyCollection<string> Files { get; internal set; }

        /// <summary>Every target, in the order of the outputs.</summary>
        public ReadOnlyCollection<Target> Targets { get; internal set; }

        /// <summary>Ids of the conditions that can be fired.</summary>
        public ReadOnlyCollection<string> Triggers { get; internal set; }
    }
}
