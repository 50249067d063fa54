namespace UnityEngine
{
    /// <summary>ScriptReference/Texture2D</summary>
    public sealed class Texture2D : Texture
    {
    }
}
