using System;

namespace Koekata.Mapping
{
    /// <summary>One fault of a table: what is wrong, where, and how to mend it.</summary>
    public sealed class Fault : IEquatable<Fault>
    {
        /// <summary>Makes a fault.</summary>
        public Fault(string code, string message, string remedy, string file, string pointer, int line, int column)
        {
            Code = code;
            Message = message;
            Remedy = remedy;
            File = file;
            Pointer = pointer;
            Line = line;
            Column = column;
        }

        /// <summary>One of <see cref="FaultCode"/>.</summary>
        public string Code { get; private set; }

        /// <summary>What is wrong.</summary>
        public string Message { get; private set; }

        /// <summary>How to mend it.</summary>
        public string Remedy { get; private set; }

        /// <summary>The file in which the entry was written.</summary>
        public string File { get; private set; }

        /// <summary>JSON pointer (RFC 6901) of the entry within the file.</summary>
        public string Pointer { get; private set; }

        /// <summary>Line, from 1.</summary>
        public int Line { get; private set; }

        /// <summary>Column, from 1, in code points.</summary>
        public int Column { get; private set; }

        /// <summary>Whether all parts are the same.</summary>
        public bool Equals(Fault other)
        {
            return other != null && ToString() == other.ToString();
        }

        /// <summary>Whether all parts are the same.</summary>
        public override bool Equals(object other)
        {
            return Equals(other as Fault);
        }

        /// <summary>A hash of the place and the code.</summary>
        public override int GetHashCode()
        {
            return (Code + Pointer).GetHashCode() ^ Line ^ (Column << 16);
        }

        /// <summary>Place, code and message; the remedy on a second line.</summary>
        public override string ToString()
        {
            string place = Pointer.Length == 0 ? "" : " at " + Pointer;
            string where = File + ":" + Numbers.Plain(Line) + ":" + Numbers.Plain(Column);
            return where + ": " + Code + ": " + Message + place + "\n    " + Remedy;
        }
    }
}
