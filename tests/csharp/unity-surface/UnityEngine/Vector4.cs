namespace UnityEngine
{
    /// <summary>ScriptReference/Vector4; Runtime/Export/Math/Vector4.cs</summary>
    public struct Vector4
    {
        // Vector4-x
        public float x;

        // Vector4-y
        public float y;

        // Vector4-z
        public float z;

        // Vector4-w
        public float w;

        // Vector4-ctor
        public Vector4(float x, float y, float z, float w) { this.x = x; this.y = y; this.z = z; this.w = w; }

        // Vector4.Index_operator
        public float this[int index] { get { throw new System.NotImplementedException(); } set { } }
    }
}
