namespace UnityEngine
{
    /// <summary>ScriptReference/Time</summary>
    public static class Time
    {
        // Time-frameCount
        public static int frameCount { get { throw new System.NotImplementedException(); } }

        // Time-deltaTime
        public static float deltaTime { get { throw new System.NotImplementedException(); } }
    }
}
