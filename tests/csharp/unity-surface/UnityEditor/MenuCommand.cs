namespace UnityEditor
{
    /// <summary>ScriptReference/MenuCommand</summary>
    public sealed class MenuCommand
    {
        // MenuCommand-context
        public UnityEngine.Object context;
    }
}
