namespace Koekata.Mapping
{
    /// <summary>Blinks of the idle.</summary>
    internal sealed class IdleBlink
    {
        internal double Shortest, Longest;
        internal double Close, Shut, Open;
        internal uint Seed;
    }
}
