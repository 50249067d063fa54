namespace UnityEngine
{
    /// <summary>ScriptReference/RequireComponent</summary>
    public sealed class RequireComponent : System.Attribute
    {
        // RequireComponent-ctor
        public RequireComponent(System.Type requiredComponent) { }
    }
}
