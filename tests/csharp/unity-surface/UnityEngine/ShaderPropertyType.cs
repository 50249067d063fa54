namespace UnityEngine.Rendering
{
    /// <summary>ScriptReference/Rendering.ShaderPropertyType; Runtime/Export/Shaders/ShaderProperties.cs</summary>
    public enum ShaderPropertyType
    {
        // Rendering.ShaderPropertyType.Color
        Color,

        // Rendering.ShaderPropertyType.Vector
        Vector,

        // Rendering.ShaderPropertyType.Float
        Float,

        // Rendering.ShaderPropertyType.Range
        Range,

        // Rendering.ShaderPropertyType.Texture
        Texture,

        // Rendering.ShaderPropertyType.Int
        Int,
    }
}
