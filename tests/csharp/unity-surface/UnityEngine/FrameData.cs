namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.FrameData</summary>
    public struct FrameData
    {
    }
}
