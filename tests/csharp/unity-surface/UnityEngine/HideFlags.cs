namespace UnityEngine
{
    /// <summary>ScriptReference/HideFlags; Runtime/Export/Scripting/UnityEngineObject.bindings.cs</summary>
    [System.Flags]
    public enum HideFlags
    {
        // HideFlags.HideAndDontSave
        HideAndDontSave = 61,
    }
}
