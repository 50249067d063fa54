namespace UnityEngine
{
    /// <summary>ScriptReference/HeaderAttribute; Runtime/Export/PropertyDrawer/PropertyAttribute.cs</summary>
    [System.AttributeUsage(System.AttributeTargets.Field, AllowMultiple = true)]
    public class HeaderAttribute : PropertyAttribute
    {
        // HeaderAttribute-ctor
        public HeaderAttribute(string header) { }
    }
}
