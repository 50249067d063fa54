namespace UnityEngine
{
    /// <summary>ScriptReference/Application</summary>
    public static class Application
    {
        // Application-isPlaying
        public static bool isPlaying { get { throw new System.NotImplementedException(); } }

        // Application.IsPlaying
        public static bool IsPlaying(Object obj) { throw new System.NotImplementedException(); }
    }
}
