namespace UnityEditor
{
    /// <summary>ScriptReference/DrawGizmo</summary>
    public sealed class DrawGizmo : System.Attribute
    {
        // DrawGizmo-ctor
        public DrawGizmo(GizmoType gizmo) { }
    }
}
