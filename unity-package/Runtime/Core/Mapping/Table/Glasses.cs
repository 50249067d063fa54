namespace Koekata.Mapping
{
    /// <summary>Lids behind lenses.</summary>
    internal sealed class Glasses
    {
        internal double Open, Closed, Trust;
    }
}
