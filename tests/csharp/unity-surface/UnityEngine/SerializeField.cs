namespace UnityEngine
{
    /// <summary>ScriptReference/SerializeField; Runtime/Export/Serialization/Serialization.cs</summary>
    public sealed class SerializeField : System.Attribute
    {
    }
}
