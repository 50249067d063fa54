namespace UnityEditor
{
    /// <summary>ScriptReference/Selection</summary>
    public sealed class Selection
    {
        // Selection-activeGameObject
        public static UnityEngine.GameObject activeGameObject { get { throw new System.NotImplementedException(); } set { } }

        // Selection-activeObject
        public static UnityEngine.Object activeObject { get { throw new System.NotImplementedException(); } set { } }
    }
}
