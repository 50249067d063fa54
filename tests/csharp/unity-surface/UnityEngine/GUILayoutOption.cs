namespace UnityEngine
{
    /// <summary>ScriptReference/GUILayoutOption; Modules/IMGUI/GUILayoutOption.cs</summary>
    public sealed class GUILayoutOption
    {
    }
}
