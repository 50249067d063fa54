namespace UnityEngine
{
    /// <summary>ScriptReference/ExecuteAlways; Runtime/Export/Scripting/Attributes.cs</summary>
    public sealed class ExecuteAlways : System.Attribute
    {
    }
}
