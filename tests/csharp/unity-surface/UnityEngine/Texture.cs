namespace UnityEngine
{
    /// <summary>ScriptReference/Texture; Runtime/Export/Graphics/Texture.cs</summary>
    public class Texture : Object
    {
    }
}
