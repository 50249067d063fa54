namespace UnityEngine
{
    /// <summary>ScriptReference/TooltipAttribute</summary>
    public class TooltipAttribute : PropertyAttribute
    {
        // TooltipAttribute-ctor
        public TooltipAttribute(string tooltip) { }
    }
}
