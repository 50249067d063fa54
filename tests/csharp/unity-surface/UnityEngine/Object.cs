namespace UnityEngine
{
    /// <summary>ScriptReference/Object; Runtime/Export/Scripting/UnityEngineObject.bindings.cs</summary>
    public class Object
    {
        // Object-name
        public string name { get { throw new System.NotImplementedException(); } set { } }

        // Object-hideFlags
        public HideFlags hideFlags { get { throw new System.NotImplementedException(); } set { } }

        // Object.DestroyImmediate
        public static void DestroyImmediate(Object obj) { }

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
