namespace UnityEngine
{
    /// <summary>ScriptReference/SerializeField</summary>
    public sealed class SerializeField : System.Attribute
    {
    }
}
