namespace UnityEngine
{
    /// <summary>ScriptReference/Sprite</summary>
    public sealed class Sprite : Object
    {
    }
}
