namespace UnityEditor
{
    /// <summary>ScriptReference/AssetImporter</summary>
    public class AssetImporter : UnityEngine.Object
    {
        // AssetImporter.GetAtPath
        public static AssetImporter GetAtPath(string path) { throw new System.NotImplementedException(); }

        // AssetImporter-assetPath
        public string assetPath { get { throw new System.NotImplementedException(); } }
    }
}
