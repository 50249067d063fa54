namespace Koekata.Mapping
{
    /// <summary>What happens when the face is lost: times in seconds.</summary>
    internal sealed class Lost
    {
        internal double Hold;
        internal LostTo To;
        internal double Ease, Return;
        internal IdleBlink Idle;
    }
}
