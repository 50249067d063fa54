namespace UnityEditor.PackageManager
{
    /// <summary>ScriptReference/PackageManager.PackageInfo</summary>
    public sealed class PackageInfo
    {
        // PackageManager.PackageInfo-source
        public PackageSource source { get { throw new System.NotImplementedException(); } }

        // PackageManager.PackageInfo.FindForAssetPath
        public static PackageInfo FindForAssetPath(string assetPath) { throw new System.NotImplementedException(); }
    }
}
