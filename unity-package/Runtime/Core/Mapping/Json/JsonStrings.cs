using System.Text;

namespace Koekata.Mapping
{
    /// <summary>Reads texts in quotes.</summary>
    internal sealed class JsonStrings
    {
        const string Escapes = "\"\\/bfnrt";
        const string Meanings = "\"\\/\b\f\n\r\t";

        readonly JsonCursor cursor;
        readonly StringBuilder builder = new StringBuilder();

        internal JsonStrings(JsonCursor cursor)
        {
            this.cursor = cursor;
        }

        /// <summary>The text that begins at the quote here.</summary>
        internal string Read()
        {
            int start = cursor.At;
            builder.Length = 0;
            cursor.At = start + 1;
            while (!cursor.AtEnd && cursor.Here != '"')
                ReadPiece(start);
            if (cursor.AtEnd)
                throw Endless(start);
            cursor.At++;
            string text = builder.ToString();
            if (!Unicode.HasHalfPair(text))
                return text;
            cursor.At = start;
            throw cursor.Broken("half of a surrogate pair is no character", "Write the character itself, or both halves.");
        }

        void ReadPiece(int start)
        {
            char here = cursor.Here;
            if (here < ' ')
                throw Misplaced();
            if (here == '\\')
            {
                ReadEscape(start);
                return;
            }
            builder.Append(here);
            cursor.At++;
        }

        void ReadEscape(int start)
        {
            if (cursor.At + 1 >= cursor.Text.Length)
                throw Endless(start);
            char sort = cursor.CharAt(cursor.At + 1);
            int known = Escapes.IndexOf(sort);
            if (known >= 0)
            {
                builder.Append(Meanings[known]);
                cursor.At += 2;
                return;
            }
            if (sort != 'u')
                throw Misplaced();
            builder.Append(ReadHex(cursor.At + 2));
            cursor.At += 6;
        }

        char ReadHex(int from)
        {
            int value = 0;
            for (int i = from; i < from + 4; i++)
            {
                int digit = Digit(cursor.CharAt(i));
                if (digit < 0)
                    throw Misplaced();
                value = value * 16 + digit;
            }
            return (char)value;
        }

        static int Digit(char c)
        {
            if (c >= '0' && c <= '9')
                return c - '0';
            if (c >= 'a' && c <= 'f')
                return c - 'a' + 10;
            return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        }

        BrokenTextException Endless(int start)
        {
            cursor.At = start;
            return cursor.Broken("this text does not end", "Is a closing quote missing?");
        }

        BrokenTextException Misplaced()
        {
            const string remedy = "Is a closing quote missing, or a backslash not doubled?";
            return cursor.Broken("this character cannot stand in a text", remedy);
        }
    }
}
