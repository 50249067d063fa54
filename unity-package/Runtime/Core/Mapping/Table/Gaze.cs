namespace Koekata.Mapping
{
    /// <summary>Gain and limit of the gaze for each direction of the performer.</summary>
    internal sealed class Gaze
    {
        internal GazeDirection Left, Right, Up, Down;
    }
}
