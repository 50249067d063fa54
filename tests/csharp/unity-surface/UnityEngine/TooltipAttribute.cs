namespace UnityEngine
{
    /// <summary>ScriptReference/TooltipAttribute; Runtime/Export/PropertyDrawer/PropertyAttribute.cs</summary>
    [System.AttributeUsage(System.AttributeTargets.Field)]
    public class TooltipAttribute : PropertyAttribute
    {
        // TooltipAttribute-ctor
        public TooltipAttribute(string tooltip) { }
    }
}
