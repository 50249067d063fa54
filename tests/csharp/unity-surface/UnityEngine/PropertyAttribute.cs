namespace UnityEngine
{
    /// <summary>ScriptReference/PropertyAttribute; Runtime/Export/PropertyDrawer/PropertyAttribute.cs</summary>
    [System.AttributeUsage(System.AttributeTargets.Field)]
    public abstract class PropertyAttribute : System.Attribute
    {
    }
}
