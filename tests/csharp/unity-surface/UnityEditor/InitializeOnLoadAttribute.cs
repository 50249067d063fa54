namespace UnityEditor
{
    /// <summary>ScriptReference/InitializeOnLoadAttribute</summary>
    public class InitializeOnLoadAttribute : System.Attribute
    {
    }
}
