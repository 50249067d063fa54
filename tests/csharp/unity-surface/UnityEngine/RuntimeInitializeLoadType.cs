namespace UnityEngine
{
    /// <summary>ScriptReference/RuntimeInitializeLoadType; Runtime/Export/Scripting/RuntimeInitializeOnLoadAttribute.cs</summary>
    public enum RuntimeInitializeLoadType
    {
        // RuntimeInitializeLoadType.AfterSceneLoad
        AfterSceneLoad,

        // RuntimeInitializeLoadType.BeforeSceneLoad
        BeforeSceneLoad,

        // RuntimeInitializeLoadType.AfterAssembliesLoaded
        AfterAssembliesLoaded,

        // RuntimeInitializeLoadType.BeforeSplashScreen
        BeforeSplashScreen,

        // RuntimeInitializeLoadType.SubsystemRegistration
        SubsystemRegistration,
    }
}
