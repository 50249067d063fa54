namespace UnityEngine
{
    /// <summary>ScriptReference/DefaultExecutionOrder</summary>
    public class DefaultExecutionOrder : System.Attribute
    {
        // DefaultExecutionOrder-ctor
        public DefaultExecutionOrder(int order) { }
    }
}
