namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.IPlayableBehaviour; Runtime/Export/Director/IPlayableBehaviour.cs</summary>
    public interface IPlayableBehaviour
    {
    }
}
