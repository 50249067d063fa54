namespace UnityEngine
{
    /// <summary>ScriptReference/Resources</summary>
    public sealed class Resources
    {
        // Resources.FindObjectsOfTypeAll
        public static T[] FindObjectsOfTypeAll<T>() { throw new System.NotImplementedException(); }
    }
}
