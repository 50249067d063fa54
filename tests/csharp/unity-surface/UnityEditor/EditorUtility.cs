namespace UnityEditor
{
    /// <summary>ScriptReference/EditorUtility</summary>
    public class EditorUtility
    {
        // EditorUtility.IsPersistent
        public static bool IsPersistent(UnityEngine.Object target) { throw new System.NotImplementedException(); }
    }
}
