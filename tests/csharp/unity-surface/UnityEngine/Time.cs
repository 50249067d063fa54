namespace UnityEngine
{
    /// <summary>ScriptReference/Time; Runtime/Export/Time/Time.bindings.cs</summary>
    public class Time
    {
        // Time-frameCount
        public static int frameCount { get { throw new System.NotImplementedException(); } }
    }
}
