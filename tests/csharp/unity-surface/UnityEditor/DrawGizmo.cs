namespace UnityEditor
{
    /// <summary>ScriptReference/DrawGizmo</summary>
    [System.AttributeUsage(System.AttributeTargets.Method)]
    public sealed class DrawGizmo : System.Attribute
    {
        // DrawGizmo-ctor
        public DrawGizmo(GizmoType gizmo) { }
    }
}
