namespace UnityEngine
{
    /// <summary>ScriptReference/HideFlags</summary>
    public enum HideFlags
    {
        // HideFlags.None
        None = 0,

        // HideFlags.HideInHierarchy
        HideInHierarchy = 1,

        // HideFlags.HideInInspector
        HideInInspector = 2,

        // HideFlags.DontSaveInEditor
        DontSaveInEditor = 4,

        // HideFlags.NotEditable
        NotEditable = 8,

        // HideFlags.HideAndDontSave
        HideAndDontSave = 61,
    }
}
