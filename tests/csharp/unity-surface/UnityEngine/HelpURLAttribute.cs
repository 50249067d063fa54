namespace UnityEngine
{
    /// <summary>ScriptReference/HelpURLAttribute</summary>
    public class HelpURLAttribute : System.Attribute
    {
        // HelpURLAttribute-ctor
        public HelpURLAttribute(string url) { }
    }
}
