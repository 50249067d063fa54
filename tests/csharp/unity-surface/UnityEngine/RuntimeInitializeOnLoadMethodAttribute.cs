namespace UnityEngine
{
    /// <summary>ScriptReference/RuntimeInitializeOnLoadMethodAttribute; Runtime/Export/Scripting/RuntimeInitializeOnLoadAttribute.cs</summary>
    [System.AttributeUsage(System.AttributeTargets.Method)]
    public class RuntimeInitializeOnLoadMethodAttribute : System.Attribute
    {
        // RuntimeInitializeOnLoadMethodAttribute-ctor
        public RuntimeInitializeOnLoadMethodAttribute(RuntimeInitializeLoadType loadType) { }
    }
}
