namespace Koekata.Mapping
{
    /// <summary>A place in a text.</summary>
    internal sealed class JsonCursor
    {
        internal const char End = '\uffff';

        internal readonly SourceText Source;
        internal readonly string Text;
        internal int At;

        internal JsonCursor(SourceText source)
        {
            Source = source;
            Text = source.Text;
        }

        internal bool AtEnd
        {
            get { return At >= Text.Length; }
        }

        /// <summary>The character here, <see cref="End"/> behind the last one; check <see cref="AtEnd"/> where it matters.</summary>
        internal char Here
        {
            get { return CharAt(At); }
        }

        internal char CharAt(int offset)
        {
            return offset < Text.Length ? Text[offset] : End;
        }

        /// <summary>The next character that is no white space.</summary>
        internal char Peek()
        {
            while (At < Text.Length && IsSpace(Text[At]))
                At++;
            return Here;
        }

        /// <summary>Notes a fault here; what it returns is to be thrown.</summary>
        internal BrokenTextException Broken(string message, string remedy, string code = FaultCode.Syntax, string pointer = "")
        {
            int offset = At < Text.Length ? At : Text.Length;
            Source.Fault(code, offset, pointer, message, remedy);
            return new BrokenTextException();
        }

        /// <summary>The character here for a message.</summary>
        internal string Found()
        {
            if (AtEnd)
                return "the end of the file";
            bool pair = At + 1 < Text.Length && char.IsSurrogatePair(Text[At], Text[At + 1]);
            return "\"" + Text.Substring(At, pair ? 2 : 1) + "\"";
        }

        static bool IsSpace(char c)
        {
            return c == ' ' || c == '\t' || c == '\n' || c == '\r';
        }
    }
}
