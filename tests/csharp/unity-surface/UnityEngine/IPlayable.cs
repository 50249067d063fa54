namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.IPlayable; Runtime/Export/Director/IPlayable.cs</summary>
    public interface IPlayable
    {
    }
}
