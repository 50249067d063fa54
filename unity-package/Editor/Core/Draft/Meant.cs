namespace Koekata.Editing
{
    /// <summary>What a spelling means, and how it is written.</summary>
    internal struct Meant
    {
        internal readonly string Meaning, Written;

        internal Meant(string meaning, string written)
        {
            Meaning = meaning;
            Written = written;
        }
    }
}
