namespace UnityEngine
{
    /// <summary>ScriptReference/Object</summary>
    public class Object
    {
        // Object-name
        public string name { get { throw new System.NotImplementedException(); } set { } }

        // Object-hideFlags
        public HideFlags hideFlags { get { throw new System.NotImplementedException(); } set { } }

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

        // The operators ask for it.
        public override bool Equals(object other) { throw new System.NotImplementedException(); }

        // The operators ask for it.
        public override int GetHashCode() { throw new System.NotImplementedException(); }
    }
}
