namespace UnityEditor
{
    /// <summary>ScriptReference/AssemblyReloadEvents</summary>
    public static class AssemblyReloadEvents
    {
        // AssemblyReloadEvents-beforeAssemblyReload
        public static event AssemblyReloadCallback beforeAssemblyReload { add { } remove { } }

        // AssemblyReloadEvents.AssemblyReloadCallback
        public delegate void AssemblyReloadCallback();
    }
}
