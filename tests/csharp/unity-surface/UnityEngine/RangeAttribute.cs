namespace UnityEngine
{
    /// <summary>ScriptReference/RangeAttribute</summary>
    public sealed class RangeAttribute : PropertyAttribute
    {
        // RangeAttribute-ctor
        public RangeAttribute(float min, float max) { }
    }
}
