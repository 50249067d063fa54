namespace UnityEngine
{
    /// <summary>ScriptReference/DefaultExecutionOrder; Runtime/Export/Scripting/Attributes.cs</summary>
    [System.AttributeUsage(System.AttributeTargets.Class)]
    public class DefaultExecutionOrder : System.Attribute
    {
        // DefaultExecutionOrder-ctor
        public DefaultExecutionOrder(int order) { }
    }
}
