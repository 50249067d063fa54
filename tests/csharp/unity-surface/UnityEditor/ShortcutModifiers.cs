namespace UnityEditor.ShortcutManagement
{
    /// <summary>ScriptReference/ShortcutManagement.ShortcutModifiers</summary>
    [System.Flags]
    public enum ShortcutModifiers
    {
        // ShortcutManagement.ShortcutModifiers.None
        None = 0,

        // ShortcutManagement.ShortcutModifiers.Alt
        Alt = 1,

        // ShortcutManagement.ShortcutModifiers.Action
        Action = 2,

        // ShortcutManagement.ShortcutModifiers.Shift
        Shift = 4,
    }
}
