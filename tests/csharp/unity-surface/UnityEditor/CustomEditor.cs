namespace UnityEditor
{
    /// <summary>ScriptReference/CustomEditor</summary>
    public class CustomEditor : System.Attribute
    {
        // CustomEditor-ctor
        public CustomEditor(System.Type inspectedType) { }
    }
}
