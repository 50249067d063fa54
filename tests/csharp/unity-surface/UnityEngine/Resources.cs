namespace UnityEngine
{
    /// <summary>ScriptReference/Resources; Runtime/Export/Resources/Resources.bindings.cs</summary>
    public sealed class Resources
    {
        // Resources.FindObjectsOfTypeAll
        public static T[] FindObjectsOfTypeAll<T>() where T : Object { throw new System.NotImplementedException(); }
    }
}
