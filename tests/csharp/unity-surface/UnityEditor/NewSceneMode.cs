namespace UnityEditor.SceneManagement
{
    /// <summary>ScriptReference/SceneManagement.NewSceneMode</summary>
    public enum NewSceneMode
    {
        // SceneManagement.NewSceneMode.Single
        Single = 0,

        // SceneManagement.NewSceneMode.Additive
        Additive = 1,
    }
}
