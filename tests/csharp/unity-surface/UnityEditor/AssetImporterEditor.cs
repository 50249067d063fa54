namespace UnityEditor.AssetImporters
{
    /// <summary>ScriptReference/AssetImporters.AssetImporterEditor</summary>
    public abstract class AssetImporterEditor : Editor
    {
        // AssetImporters.AssetImporterEditor-assetTarget
        protected internal UnityEngine.Object assetTarget { get { throw new System.NotImplementedException(); } }

        // AssetImporters.AssetImporterEditor-showImportedObject
        public virtual bool showImportedObject { get { throw new System.NotImplementedException(); } }

        // AssetImporters.AssetImporterEditor-needsApplyRevert
        protected virtual bool needsApplyRevert { get { throw new System.NotImplementedException(); } }
    }
}
