namespace UnityEngine.Rendering
{
    /// <summary>ScriptReference/Rendering.ShaderPropertyFlags</summary>
    [System.Flags]
    public enum ShaderPropertyFlags
    {
        // Rendering.ShaderPropertyFlags.None
        None = 0,

        // Rendering.ShaderPropertyFlags.MainTexture
        MainTexture = 128,
    }
}
