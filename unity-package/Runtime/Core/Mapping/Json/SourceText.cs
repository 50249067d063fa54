using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>The text of one file, and what is wrong with it.</summary>
    internal sealed class SourceText
    {
        internal readonly string File;
        internal readonly string Text;
        internal readonly List<Fault> Faults = new List<Fault>();
        List<int> lines;

        internal SourceText(string file, string text)
        {
            File = file;
            Text = text;
        }

        /// <summary>Notes a fault at an offset of the text.</summary>
        internal void Fault(string code, int offset, string pointer, string message, string remedy)
        {
            if (lines == null)
                lines = LineStarts(Text);
            int line = lines.BinarySearch(offset);
            line = line >= 0 ? line + 1 : ~line;
            int column = 1 + Unicode.CodePoints(Text, lines[line - 1], offset);
            Faults.Add(new Fault(code, message, remedy, File, pointer, line, column));
        }

        static List<int> LineStarts(string text)
        {
            var starts = new List<int> { 0 };
            for (int i = 0; i < text.Length; i++)
                if (text[i] == '\n')
                    starts.Add(i + 1);
            return starts;
        }
    }
}
