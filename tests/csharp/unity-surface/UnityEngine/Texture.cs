namespace UnityEngine
{
    /// <summary>ScriptReference/Texture</summary>
    public class Texture : Object
    {
    }
}
