namespace Koekata.Mapping
{
    /// <summary>Degrees of yaw over which the far eye follows the near one.</summary>
    internal sealed class FarEye
    {
        internal double From, To;
    }
}
