namespace UnityEngine
{
    /// <summary>ScriptReference/Component; Runtime/Export/Scripting/Component.bindings.cs</summary>
    public class Component : Object
    {
        // Component-transform
        public Transform transform { get { throw new System.NotImplementedException(); } }

        // Component-gameObject
        public GameObject gameObject { get { throw new System.NotImplementedException(); } }

        // Component.GetComponent
        public T GetComponent<T>() { throw new System.NotImplementedException(); }

        // Component.GetComponentInParent
        public T GetComponentInParent<T>() { throw new System.NotImplementedException(); }

        // Component.GetComponentInChildren
        public T GetComponentInChildren<T>() { throw new System.NotImplementedException(); }

        // Component.GetComponentsInChildren
        public T[] GetComponentsInChildren<T>(bool includeInactive) { throw new System.NotImplementedException(); }
    }
}
