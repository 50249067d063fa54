namespace Koekata.Mapping
{
    /// <summary>Targets that share a limit.</summary>
    internal sealed class Group
    {
        internal string Id;
        internal Member[] Members;
        internal double Limit;
        internal bool Scale;
        internal string[] During, Unless;
    }
}
