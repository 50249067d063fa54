namespace UnityEngine
{
    /// <summary>ScriptReference/MinAttribute; Runtime/Export/PropertyDrawer/PropertyAttribute.cs</summary>
    [System.AttributeUsage(System.AttributeTargets.Field)]
    public sealed class MinAttribute : PropertyAttribute
    {
        // MinAttribute-ctor
        public MinAttribute(float min) { }
    }
}
