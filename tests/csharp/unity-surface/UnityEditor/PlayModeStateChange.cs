namespace UnityEditor
{
    /// <summary>ScriptReference/PlayModeStateChange</summary>
    public enum PlayModeStateChange
    {
        // PlayModeStateChange.EnteredEditMode
        EnteredEditMode,

        // PlayModeStateChange.ExitingEditMode
        ExitingEditMode,

        // PlayModeStateChange.EnteredPlayMode
        EnteredPlayMode,

        // PlayModeStateChange.ExitingPlayMode
        ExitingPlayMode,
    }
}
