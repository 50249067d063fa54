namespace UnityEngine
{
    /// <summary>ScriptReference/Texture2D; Runtime/Export/Graphics/Texture.cs</summary>
    public sealed class Texture2D : Texture
    {
    }
}
