namespace UnityEngine
{
    /// <summary>ScriptReference/Application; Runtime/Export/Application/Application.bindings.cs</summary>
    public class Application
    {
        // Application-isPlaying
        public static bool isPlaying { get { throw new System.NotImplementedException(); } }

        // Application.IsPlaying
        public static bool IsPlaying(Object obj) { throw new System.NotImplementedException(); }
    }
}
