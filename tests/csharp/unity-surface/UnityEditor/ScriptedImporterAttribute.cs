namespace UnityEditor.AssetImporters
{
    /// <summary>ScriptReference/AssetImporters.ScriptedImporterAttribute</summary>
    public class ScriptedImporterAttribute : System.Attribute
    {
        // AssetImporters.ScriptedImporterAttribute-ctor
        public ScriptedImporterAttribute(int version, string[] exts, string[] overrideExts) { }
    }
}
