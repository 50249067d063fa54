namespace UnityEngine
{
    /// <summary>ScriptReference/Debug; Runtime/Export/Debug/Debug.bindings.cs</summary>
    public class Debug
    {
        // Debug.LogWarning
        public static void LogWarning(object message, Object context) { }

        // Debug.LogError
        public static void LogError(object message, Object context) { }
    }
}
