namespace UnityEditor
{
    /// <summary>ScriptReference/GizmoType</summary>
    [System.Flags]
    public enum GizmoType
    {
        // GizmoType.Pickable
        Pickable = 1,

        // GizmoType.Selected
        Selected = 4,
    }
}
