namespace UnityEditor
{
    /// <summary>ScriptReference/ImportAssetOptions</summary>
    [System.Flags]
    public enum ImportAssetOptions
    {
        // ImportAssetOptions.Default
        Default = 0,

        // ImportAssetOptions.ForceUpdate
        ForceUpdate = 1,
    }
}
