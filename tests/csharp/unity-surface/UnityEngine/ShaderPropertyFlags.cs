namespace UnityEngine.Rendering
{
    /// <summary>ScriptReference/Rendering.ShaderPropertyFlags; Runtime/Export/Shaders/ShaderProperties.cs</summary>
    [System.Flags]
    public enum ShaderPropertyFlags
    {
        // Rendering.ShaderPropertyFlags.HDR
        HDR = 16,

        // Rendering.ShaderPropertyFlags.Gamma
        Gamma = 32,

        // Rendering.ShaderPropertyFlags.MainTexture
        MainTexture = 128,
    }
}
