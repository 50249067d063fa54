using System;
using Koekata.Mapping;
using UnityEngine;

namespace Koekata
{
    /// <summary>A fault of a mapping table, as it is kept with the asset.</summary>
    [Serializable]
    public sealed class MappingFault
    {
        [SerializeField] string code;
        [SerializeField] string message;
        [SerializeField] string remedy;
        [SerializeField] string file;
        [SerializeField] int line;
        [SerializeField] int column;

        /// <summary>A fault of the loader.</summary>
        public MappingFault(Fault fault)
        {
            code = fault.Code;
            message = fault.Message;
            remedy = fault.Remedy;
            file = fault.File;
            line = fault.Line;
            column = fault.Column;
        }

        /// <summary>One of the codes of mappings/SPEC.md.</summary>
        public string Code
        {
            get { return code; }
        }

        /// <summary>What is wrong.</summary>
        public string Message
        {
            get { return message; }
        }

        /// <summary>How to mend it.</summary>
        public string Remedy
        {
            get { return remedy; }
        }

        /// <summary>The file in which it stands.</summary>
        public string File
        {
            get { return file; }
        }

        /// <summary>Line, from 1.</summary>
        public int Line
        {
            get { return line; }
        }

        /// <summary>Column, from 1.</summary>
        public int Column
        {
            get { return column; }
        }

        /// <summary>Place, message and remedy.</summary>
        public override string ToString()
        {
            return file + ":" + line + ":" + column + ": " + message + ". " + remedy;
        }
    }
}
