namespace UnityEngine
{
    /// <summary>ScriptReference/HeaderAttribute</summary>
    public class HeaderAttribute : PropertyAttribute
    {
        // HeaderAttribute-ctor
        public HeaderAttribute(string header) { }
    }
}
