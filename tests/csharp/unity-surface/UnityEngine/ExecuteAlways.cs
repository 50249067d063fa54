namespace UnityEngine
{
    /// <summary>ScriptReference/ExecuteAlways</summary>
    public sealed class ExecuteAlways : System.Attribute
    {
    }
}
