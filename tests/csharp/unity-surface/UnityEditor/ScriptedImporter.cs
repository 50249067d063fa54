namespace UnityEditor.AssetImporters
{
    /// <summary>ScriptReference/AssetImporters.ScriptedImporter</summary>
    public abstract class ScriptedImporter : AssetImporter
    {
        // AssetImporters.ScriptedImporter.OnImportAsset
        public abstract void OnImportAsset(AssetImportContext ctx);
    }
}
