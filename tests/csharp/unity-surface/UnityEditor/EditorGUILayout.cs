namespace UnityEditor
{
    /// <summary>ScriptReference/EditorGUILayout</summary>
    public class EditorGUILayout
    {
        // EditorGUILayout.HelpBox
        public static void HelpBox(string message, MessageType type) { }

        // EditorGUILayout.LabelField
        public static void LabelField(string label, string label2, params UnityEngine.GUILayoutOption[] options) { }

        // EditorGUILayout.PropertyField
        public static bool PropertyField(SerializedProperty property, params UnityEngine.GUILayoutOption[] options) { throw new System.NotImplementedException(); }

        // EditorGUILayout.Space
        public static void Space() { }
    }
}
