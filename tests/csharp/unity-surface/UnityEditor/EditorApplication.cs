namespace UnityEditor
{
    /// <summary>ScriptReference/EditorApplication</summary>
    public sealed class EditorApplication
    {
        // EditorApplication-update
        public static CallbackFunction update;

        // EditorApplication.CallbackFunction
        public delegate void CallbackFunction();

        // EditorApplication-playModeStateChanged
        public static event System.Action<PlayModeStateChange> playModeStateChanged { add { } remove { } }

        // EditorApplication-timeSinceStartup
        public static double timeSinceStartup { get { throw new System.NotImplementedException(); } }

        // EditorApplication-isPlaying
        public static bool isPlaying { get { throw new System.NotImplementedException(); } set { } }

        // EditorApplication.QueuePlayerLoopUpdate
        public static void QueuePlayerLoopUpdate() { }

        // EditorApplication-quitting
        public static event System.Action quitting { add { } remove { } }
    }
}
