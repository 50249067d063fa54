namespace Koekata.Mapping
{
    /// <summary>What lost inputs do after they were held.</summary>
    internal enum LostTo
    {
        Hold,
        Neutral,
        Idle,
    }
}
