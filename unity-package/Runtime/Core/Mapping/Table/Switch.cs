namespace Koekata.Mapping
{
    /// <summary>Drawn shapes, of which one is shown.</summary>
    internal sealed class Switch
    {
        internal string Id;
        internal double Hysteresis;
        internal Choice[] Choices;
    }
}
