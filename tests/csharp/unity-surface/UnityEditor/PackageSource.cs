namespace UnityEditor.PackageManager
{
    /// <summary>ScriptReference/PackageManager.PackageSource</summary>
    public enum PackageSource
    {
        // PackageManager.PackageSource.Embedded
        Embedded = 3,

        // PackageManager.PackageSource.Local
        Local = 4,
    }
}
