namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.FrameData; Runtime/Export/Director/FrameData.cs</summary>
    public struct FrameData
    {
    }
}
