namespace UnityEditor
{
    /// <summary>ScriptReference/EditorUtility</summary>
    public class EditorUtility
    {
        // EditorUtility.IsPersistent
        public static bool IsPersistent(UnityEngine.Object target) { throw new System.NotImplementedException(); }

        // EditorUtility.SaveFilePanelInProject
        public static string SaveFilePanelInProject(string title, string defaultName, string extension, string message) { throw new System.NotImplementedException(); }

        // EditorUtility.SaveFilePanel
        public static string SaveFilePanel(string title, string directory, string defaultName, string extension) { throw new System.NotImplementedException(); }

        // EditorUtility.DisplayDialog
        public static bool DisplayDialog(string title, string message, string ok, string cancel = "") { throw new System.NotImplementedException(); }

        // EditorUtility.SetDirty
        public static void SetDirty(UnityEngine.Object target) { }
    }
}
