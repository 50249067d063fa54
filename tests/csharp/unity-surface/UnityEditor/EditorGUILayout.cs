namespace UnityEditor
{
    /// <summary>ScriptReference/EditorGUILayout</summary>
    public class EditorGUILayout
    {
        // EditorGUILayout.HelpBox
        public static void HelpBox(string message, MessageType type) { }

        // EditorGUILayout.LabelField
        public static void LabelField(string label, string label2, params UnityEngine.GUILayoutOption[] options) { }
    }
}
