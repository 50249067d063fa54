namespace UnityEngine
{
    /// <summary>ScriptReference/RuntimeInitializeOnLoadMethodAttribute</summary>
    public class RuntimeInitializeOnLoadMethodAttribute : System.Attribute
    {
        // RuntimeInitializeOnLoadMethodAttribute-ctor
        public RuntimeInitializeOnLoadMethodAttribute(RuntimeInitializeLoadType loadType) { }
    }
}
