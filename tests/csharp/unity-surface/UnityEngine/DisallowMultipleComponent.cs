namespace UnityEngine
{
    /// <summary>ScriptReference/DisallowMultipleComponent; Runtime/Export/Scripting/Attributes.cs</summary>
    [System.AttributeUsage(System.AttributeTargets.Class, Inherited = false)]
    public sealed class DisallowMultipleComponent : System.Attribute
    {
    }
}
