namespace UnityEngine
{
    /// <summary>ScriptReference/GameObject; Runtime/Export/Scripting/GameObject.bindings.cs</summary>
    public sealed class GameObject : Object
    {
        // GameObject-ctor
        public GameObject(string name) { }

        // GameObject-transform
        public Transform transform { get { throw new System.NotImplementedException(); } }

        // GameObject-scene
        public SceneManagement.Scene scene { get { throw new System.NotImplementedException(); } }

        // GameObject.AddComponent
        public T AddComponent<T>() where T : Component { throw new System.NotImplementedException(); }

        // GameObject.GetComponent
        public T GetComponent<T>() { throw new System.NotImplementedException(); }

        // GameObject.GetComponentInChildren
        public T GetComponentInChildren<T>() { throw new System.NotImplementedException(); }
    }
}
