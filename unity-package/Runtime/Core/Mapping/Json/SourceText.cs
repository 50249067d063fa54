using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>The text of one file, and what is wrong with it.</summary>
    internal sealed class SourceText
    {
        // A file can have tens of thousands of faults; to look for likely names takes long, and nobody reads them all.
        const int MostSuggestions = 100;

        internal readonly string File;
        internal readonly string Text;
        internal readonly List<Fault> Faults = new List<Fault>();
        List<int> lines;

        /// <summary>Where the second halves of surrogate pairs stand, which are no code points of their own.</summary>
        List<int> halves;

        internal SourceText(string file, string text)
        {
            File = file;
            Text = text;
        }

        /// <summary>Notes a fault at an offset of the text.</summary>
        internal void Fault(string code, int offset, string pointer, string message, string remedy)
        {
            if (lines == null)
                Survey();
            int line = Before(lines, offset + 1);
            int start = lines[line - 1];
            int column = 1 + offset - start - (Before(halves, offset) - Before(halves, start));
            Faults.Add(new Fault(code, message, remedy, File, pointer, line, column));
        }

        /// <summary>"Did you mean ...? ", or nothing where no known name is near.</summary>
        internal string DidYouMean(string name, IEnumerable<string> known)
        {
            return Faults.Count < MostSuggestions ? Suggestions.For(name, known) : "";
        }

        /// <summary>How many of the rising numbers are less than a limit.</summary>
        static int Before(List<int> rising, int limit)
        {
            int found = rising.BinarySearch(limit);
            return found >= 0 ? found : ~found;
        }

        void Survey()
        {
            lines = new List<int> { 0 };
            halves = new List<int>();
            for (int i = 0; i < Text.Length; i++)
            {
                if (Text[i] == '\n')
                    lines.Add(i + 1);
                else if (i > 0 && char.IsSurrogatePair(Text[i - 1], Text[i]))
                    halves.Add(i);
            }
        }
    }
}
