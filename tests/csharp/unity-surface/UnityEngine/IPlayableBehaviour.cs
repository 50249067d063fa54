namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.IPlayableBehaviour</summary>
    public interface IPlayableBehaviour
    {
    }
}
