using System;

namespace Koekata.Receiving
{
    /// <summary>Which weight has which name. Bind to it once; another list of names is another object.</summary>
    public sealed class StreamLayout
    {
        readonly string[] names;
        readonly byte[] raw;

        internal StreamLayout(LayoutMessage message)
        {
            Number = message.Number;
            names = message.Names();
            raw = message.Raw();
        }

        internal StreamLayout(long number, string[] names)
        {
            Number = number;
            this.names = names;
        }

        /// <summary>Identifies the list within the session.</summary>
        public long Number { get; private set; }

        /// <summary>How many names there are.</summary>
        public int Count
        {
            get { return names.Length; }
        }

        /// <summary>The name of a weight.</summary>
        public string Name(int index)
        {
            return names[index];
        }

        /// <summary>Which weight has a name; -1 for none. Slow: not for every frame.</summary>
        public int Index(string name)
        {
            return Array.IndexOf(names, name);
        }

        internal bool IsOf(LayoutMessage message)
        {
            return message.Number == Number && raw != null && message.IsOf(raw);
        }
    }
}
