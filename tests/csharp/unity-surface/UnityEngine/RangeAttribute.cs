namespace UnityEngine
{
    /// <summary>ScriptReference/RangeAttribute; Runtime/Export/PropertyDrawer/PropertyAttribute.cs</summary>
    [System.AttributeUsage(System.AttributeTargets.Field)]
    public sealed class RangeAttribute : PropertyAttribute
    {
        // RangeAttribute-ctor
        public RangeAttribute(float min, float max) { }
    }
}
