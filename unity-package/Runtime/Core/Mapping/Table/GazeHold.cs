namespace Koekata.Mapping
{
    /// <summary>The gaze holds still while an eye is shut.</summary>
    internal sealed class GazeHold
    {
        internal double On, Off, Return;
    }
}
