namespace UnityEngine
{
    /// <summary>ScriptReference/PropertyAttribute</summary>
    public abstract class PropertyAttribute : System.Attribute
    {
    }
}
