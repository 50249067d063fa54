namespace UnityEditor.AssetImporters
{
    /// <summary>ScriptReference/AssetImporters.ScriptedImporterEditor</summary>
    public abstract class ScriptedImporterEditor : AssetImporterEditor
    {
    }
}
