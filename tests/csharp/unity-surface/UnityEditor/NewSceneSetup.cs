namespace UnityEditor.SceneManagement
{
    /// <summary>ScriptReference/SceneManagement.NewSceneSetup</summary>
    public enum NewSceneSetup
    {
        // SceneManagement.NewSceneSetup.EmptyScene
        EmptyScene = 0,

        // SceneManagement.NewSceneSetup.DefaultGameObjects
        DefaultGameObjects = 1,
    }
}
