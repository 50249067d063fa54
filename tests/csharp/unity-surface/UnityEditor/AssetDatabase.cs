namespace UnityEditor
{
    /// <summary>ScriptReference/AssetDatabase</summary>
    public sealed class AssetDatabase
    {
        // AssetDatabase.SetImporterOverride
        public static void SetImporterOverride<T>(string path) where T : AssetImporters.ScriptedImporter { }

        // AssetDatabase.ImportAsset
        public static void ImportAsset(string path, ImportAssetOptions options = ImportAssetOptions.Default) { }

        // AssetDatabase.GetAssetPath
        public static string GetAssetPath(UnityEngine.Object assetObject) { throw new System.NotImplementedException(); }

        // AssetDatabase.LoadAssetAtPath
        public static T LoadAssetAtPath<T>(string assetPath) where T : UnityEngine.Object { throw new System.NotImplementedException(); }

        // AssetDatabase.LoadMainAssetAtPath
        public static UnityEngine.Object LoadMainAssetAtPath(string assetPath) { throw new System.NotImplementedException(); }

        // AssetDatabase.AssetPathToGUID
        public static string AssetPathToGUID(string path) { throw new System.NotImplementedException(); }

        // AssetDatabase.OpenAsset
        public static bool OpenAsset(UnityEngine.Object target, int lineNumber, int columnNumber) { throw new System.NotImplementedException(); }

        // AssetDatabase.Refresh
        public static void Refresh() { }

        // AssetDatabase.CreateAsset
        public static void CreateAsset(UnityEngine.Object asset, string path) { }

        // AssetDatabase.GenerateUniqueAssetPath
        public static string GenerateUniqueAssetPath(string path) { throw new System.NotImplementedException(); }

        // AssetDatabase.SaveAssets
        public static void SaveAssets() { }

        // AssetDatabase.FindAssets
        public static string[] FindAssets(string filter) { throw new System.NotImplementedException(); }

        // AssetDatabase.GUIDToAssetPath
        public static string GUIDToAssetPath(string guid) { throw new System.NotImplementedException(); }

        // AssetDatabase.CreateFolder
        public static string CreateFolder(string parentFolder, string newFolderName) { throw new System.NotImplementedException(); }

        // AssetDatabase.DeleteAsset
        public static bool DeleteAsset(string path) { throw new System.NotImplementedException(); }
    }
}
