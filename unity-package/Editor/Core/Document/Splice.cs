namespace Koekata.Editing
{
    /// <summary>A piece of a text that is replaced.</summary>
    internal struct Splice
    {
        internal readonly int Start, End;
        internal readonly string Text;

        internal Splice(int start, int end, string text)
        {
            Start = start;
            End = end;
            Text = text;
        }
    }
}
