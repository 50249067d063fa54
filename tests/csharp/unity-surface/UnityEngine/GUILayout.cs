namespace UnityEngine
{
    /// <summary>ScriptReference/GUILayout; Modules/IMGUI/GUILayout.cs</summary>
    public class GUILayout
    {
        // GUILayout.Button
        public static bool Button(string text, params GUILayoutOption[] options) { throw new System.NotImplementedException(); }
    }
}
