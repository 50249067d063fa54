namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.IPlayable</summary>
    public interface IPlayable
    {
    }
}
