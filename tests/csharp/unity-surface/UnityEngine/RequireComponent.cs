namespace UnityEngine
{
    /// <summary>ScriptReference/RequireComponent; Runtime/Export/Scripting/Attributes.cs</summary>
    [System.AttributeUsage(System.AttributeTargets.Class, AllowMultiple = true)]
    public sealed class RequireComponent : System.Attribute
    {
        // RequireComponent-ctor
        public RequireComponent(System.Type requiredComponent) { }
    }
}
