namespace UnityEngine
{
    /// <summary>ScriptReference/Gizmos; Runtime/Export/Gizmos/Gizmos.bindings.cs</summary>
    public sealed class Gizmos
    {
        // Gizmos-color
        public static Color color { get { throw new System.NotImplementedException(); } set { } }

        // Gizmos.DrawLine
        public static void DrawLine(Vector3 from, Vector3 to) { }

        // Gizmos.DrawWireSphere
        public static void DrawWireSphere(Vector3 center, float radius) { }
    }
}
