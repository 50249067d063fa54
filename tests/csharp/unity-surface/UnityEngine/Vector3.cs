namespace UnityEngine
{
    /// <summary>ScriptReference/Vector3; Runtime/Export/Math/Vector3.cs</summary>
    public struct Vector3
    {
        // Vector3-x
        public float x;

        // Vector3-y
        public float y;

        // Vector3-z
        public float z;

        // Vector3-ctor
        public Vector3(float x, float y, float z) { this.x = x; this.y = y; this.z = z; }

        // Vector3-operator_add
        public static Vector3 operator +(Vector3 a, Vector3 b) { throw new System.NotImplementedException(); }

        // Vector3-operator_subtract
        public static Vector3 operator -(Vector3 a, Vector3 b) { throw new System.NotImplementedException(); }

        // Vector3-operator_multiply
        public static Vector3 operator *(Vector3 a, float d) { throw new System.NotImplementedException(); }
    }
}
