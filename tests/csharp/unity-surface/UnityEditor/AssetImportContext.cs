namespace UnityEditor.AssetImporters
{
    /// <summary>ScriptReference/AssetImporters.AssetImportContext</summary>
    public class AssetImportContext
    {
        // AssetImporters.AssetImportContext-assetPath
        public string assetPath { get { throw new System.NotImplementedException(); } }

        // AssetImporters.AssetImportContext.AddObjectToAsset
        public void AddObjectToAsset(string identifier, UnityEngine.Object obj) { }

        // AssetImporters.AssetImportContext.SetMainObject
        public void SetMainObject(UnityEngine.Object obj) { }

        // AssetImporters.AssetImportContext.DependsOnSourceAsset
        public void DependsOnSourceAsset(string path) { }

        // AssetImporters.AssetImportContext.LogImportWarning
        public void LogImportWarning(string msg, UnityEngine.Object obj = null) { }

        // AssetImporters.AssetImportContext.LogImportError
        public void LogImportError(string msg, UnityEngine.Object obj = null) { }
    }
}
