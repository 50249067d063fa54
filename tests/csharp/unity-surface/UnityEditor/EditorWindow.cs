namespace UnityEditor
{
    /// <summary>ScriptReference/EditorWindow</summary>
    public class EditorWindow : UnityEngine.ScriptableObject
    {
        // EditorWindow-rootVisualElement
        public UnityEngine.UIElements.VisualElement rootVisualElement { get { throw new System.NotImplementedException(); } }

        // EditorWindow-minSize
        public UnityEngine.Vector2 minSize { get { throw new System.NotImplementedException(); } set { } }

        // EditorWindow.GetWindow
        public static T GetWindow<T>(string title) where T : EditorWindow { throw new System.NotImplementedException(); }
    }
}
