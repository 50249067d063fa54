namespace UnityEngine
{
    /// <summary>ScriptReference/RuntimeInitializeLoadType</summary>
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
