namespace UnityEditor.ShortcutManagement
{
    /// <summary>ScriptReference/ShortcutManagement.ShortcutAttribute</summary>
    [System.AttributeUsage(System.AttributeTargets.Method, AllowMultiple = true)]
    public class ShortcutAttribute : System.Attribute
    {
        // ShortcutManagement.ShortcutAttribute-ctor
        public ShortcutAttribute(string id, UnityEngine.KeyCode defaultKeyCode, ShortcutModifiers defaultShortcutModifiers = ShortcutModifiers.None) { }
    }
}
