namespace UnityEngine
{
    /// <summary>ScriptReference/Transform; Runtime/Transform/ScriptBindings/Transform.bindings.cs</summary>
    public class Transform : Component
    {
        // Transform-localPosition
        public Vector3 localPosition { get { throw new System.NotImplementedException(); } set { } }

        // Transform-localRotation
        public Quaternion localRotation { get { throw new System.NotImplementedException(); } set { } }

        // Transform-localScale
        public Vector3 localScale { get { throw new System.NotImplementedException(); } set { } }

        // Transform-position
        public Vector3 position { get { throw new System.NotImplementedException(); } set { } }

        // Transform-rotation
        public Quaternion rotation { get { throw new System.NotImplementedException(); } set { } }

        // Transform-childCount
        public int childCount { get { throw new System.NotImplementedException(); } }

        // Transform.SetParent
        public void SetParent(Transform parent, bool worldPositionStays) { }
    }
}
