namespace UnityEngine
{
    /// <summary>ScriptReference/DisallowMultipleComponent</summary>
    public sealed class DisallowMultipleComponent : System.Attribute
    {
    }
}
