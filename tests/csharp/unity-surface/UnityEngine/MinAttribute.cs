namespace UnityEngine
{
    /// <summary>ScriptReference/MinAttribute</summary>
    public sealed class MinAttribute : PropertyAttribute
    {
        // MinAttribute-ctor
        public MinAttribute(float min) { }
    }
}
