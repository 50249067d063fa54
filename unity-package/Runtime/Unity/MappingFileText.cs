using System;
using UnityEngine;

namespace Koekata
{
    /// <summary>A file of a table's chain, kept in the asset so that a built game has it.</summary>
    [Serializable]
    public sealed class MappingFileText
    {
        [SerializeField] string path;
        [SerializeField] string text;

        /// <summary>A file.</summary>
        public MappingFileText(string path, string text)
        {
            this.path = path;
            this.text = text;
        }

        /// <summary>Its path in the project.</summary>
        public string Path
        {
            get { return path; }
        }

        /// <summary>All of it.</summary>
        public string Text
        {
            get { return text; }
        }
    }
}
