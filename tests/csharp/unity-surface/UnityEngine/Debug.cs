namespace UnityEngine
{
    /// <summary>ScriptReference/Debug</summary>
    public static class Debug
    {
        // Debug.Log
        public static void Log(object message, Object context) { }

        // Debug.LogWarning
        public static void LogWarning(object message, Object context) { }

        // Debug.LogError
        public static void LogError(object message, Object context) { }
    }
}
