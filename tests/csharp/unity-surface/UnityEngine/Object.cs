namespace UnityEngine
{
    /// <summary>ScriptReference/Object</summary>
    public class Object
    {
        // Object-name
        public string name { get { throw new System.NotImplementedException(); } set { } }

        // Object-hideFlags
        public HideFlags hideFlags { get { throw new System.NotImplementedException(); } set { } }

        // Object.GetInstanceID
        public int GetInstanceID() { throw new System.NotImplementedException(); }

        // Object.Destroy
        public static void Destroy(Object obj) { }

        // Object.DestroyImmediate
        public static void DestroyImmediate(Object obj) { }

        // Object.Instantiate
        public static T Instantiate<T>(T original) where T : Object { throw new System.NotImplementedException(); }

        // Object.operator_eq
        public static bool operator ==(Object x, Object y) { throw new System.NotImplementedException(); }

        // Object.operator_ne
        public static bool operator !=(Object x, Object y) { throw new System.NotImplementedException(); }

        // Object.operator_Object
        public static implicit operator bool(Object exists) { throw new System.NotImplementedException(); }

        // Object.GetInstanceID
        public override bool Equals(object other) { throw new System.NotImplementedException(); }

        // Object.GetInstanceID
        public override int GetHashCode() { throw new System.NotImplementedException(); }
    }
}
