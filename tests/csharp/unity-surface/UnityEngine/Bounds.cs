namespace UnityEngine
{
    /// <summary>ScriptReference/Bounds; Runtime/Export/Geometry/Bounds.cs</summary>
    public struct Bounds
    {
    }
}
