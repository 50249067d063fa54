namespace UnityEngine
{
    /// <summary>ScriptReference/Vector2; Runtime/Export/Math/Vector2.cs</summary>
    public struct Vector2
    {
        // Vector2-x
        public float x;

        // Vector2-y
        public float y;

        // Vector2-ctor
        public Vector2(float x, float y) { this.x = x; this.y = y; }
    }
}
