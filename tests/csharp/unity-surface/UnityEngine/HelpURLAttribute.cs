namespace UnityEngine
{
    /// <summary>ScriptReference/HelpURLAttribute; Runtime/Export/Scripting/Attributes.cs</summary>
    [System.AttributeUsage(System.AttributeTargets.Class)]
    public class HelpURLAttribute : System.Attribute
    {
        // HelpURLAttribute-ctor
        public HelpURLAttribute(string url) { }
    }
}
