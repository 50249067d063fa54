namespace UnityEditor
{
    /// <summary>ScriptReference/AssetPostprocessor</summary>
    public class AssetPostprocessor
    {
    }
}
