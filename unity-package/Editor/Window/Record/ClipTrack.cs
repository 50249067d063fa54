using System;
using System.Collections.Generic;

namespace Koekata.Editor
{
    /// <summary>One curve of a clip while it is recorded.</summary>
    internal sealed class ClipTrack
    {
        readonly Func<float> read;
        readonly List<float> taken = new List<float>();
        float[] values;

        internal ClipTrack(string path, Type type, string property, Func<float> read)
        {
            Path = path;
            Type = type;
            Property = property;
            this.read = read;
        }

        /// <summary>From the object with the Animator to the animated one.</summary>
        internal string Path { get; private set; }

        internal Type Type { get; private set; }

        internal string Property { get; private set; }

        /// <summary>Whether the bound of blendshapes counts.</summary>
        internal bool IsShape
        {
            get { return Property.StartsWith("blendShape.", StringComparison.Ordinal); }
        }

        /// <summary>One for each frame; the same array each time, once the recording has ended.</summary>
        internal float[] Values
        {
            get { return values != null && values.Length == taken.Count ? values : values = taken.ToArray(); }
        }

        internal void Take()
        {
            taken.Add(read());
        }
    }
}
