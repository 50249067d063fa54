namespace Koekata.Mapping
{
    /// <summary>When a difference of the lids is a wink.</summary>
    internal sealed class Wink
    {
        internal double On, Off, Fade, Open, Close;
    }
}
