namespace UnityEngine
{
    /// <summary>ScriptReference/Quaternion; Runtime/Export/Math/Quaternion.cs</summary>
    public struct Quaternion
    {
        // Quaternion-x
        public float x;

        // Quaternion-y
        public float y;

        // Quaternion-z
        public float z;

        // Quaternion-w
        public float w;

        // Quaternion-ctor
        public Quaternion(float x, float y, float z, float w) { this.x = x; this.y = y; this.z = z; this.w = w; }

        // Quaternion-operator_multiply
        public static Quaternion operator *(Quaternion lhs, Quaternion rhs) { throw new System.NotImplementedException(); }

        // Quaternion-operator_multiply
        public static Vector3 operator *(Quaternion rotation, Vector3 point) { throw new System.NotImplementedException(); }

        // Quaternion.Inverse
        public static Quaternion Inverse(Quaternion rotation) { throw new System.NotImplementedException(); }

        // Quaternion.Slerp
        public static Quaternion Slerp(Quaternion a, Quaternion b, float t) { throw new System.NotImplementedException(); }
    }
}
