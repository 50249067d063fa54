namespace UnityEngine
{
    /// <summary>ScriptReference/Color; Runtime/Export/Math/Color.cs</summary>
    public struct Color
    {
        // Color-r
        public float r;

        // Color-g
        public float g;

        // Color-b
        public float b;

        // Color-a
        public float a;

        // Color-ctor
        public Color(float r, float g, float b, float a) { this.r = r; this.g = g; this.b = b; this.a = a; }
    }
}
