namespace UnityEditor
{
    /// <summary>ScriptReference/Editor</summary>
    public class Editor : UnityEngine.ScriptableObject
    {
        // Editor-target
        public UnityEngine.Object target { get { throw new System.NotImplementedException(); } set { } }

        // Editor.OnInspectorGUI
        public virtual void OnInspectorGUI() { }

        // Editor.DrawDefaultInspector
        public bool DrawDefaultInspector() { throw new System.NotImplementedException(); }

        // Editor.RequiresConstantRepaint
        public virtual bool RequiresConstantRepaint() { throw new System.NotImplementedException(); }
    }
}
