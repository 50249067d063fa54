namespace UnityEngine
{
    /// <summary>ScriptReference/Bounds</summary>
    public struct Bounds
    {
    }
}
