namespace UnityEditor.SceneManagement
{
    /// <summary>ScriptReference/SceneManagement.EditorSceneManager</summary>
    public sealed class EditorSceneManager
    {
        // SceneManagement.EditorSceneManager-sceneSaving
        public static event SceneSavingCallback sceneSaving { add { } remove { } }

        // SceneManagement.EditorSceneManager.SceneSavingCallback
        public delegate void SceneSavingCallback(UnityEngine.SceneManagement.Scene scene, string path);

        // SceneManagement.EditorSceneManager.NewScene
        public static UnityEngine.SceneManagement.Scene NewScene(NewSceneSetup setup, NewSceneMode mode) { throw new System.NotImplementedException(); }

        // SceneManagement.EditorSceneManager.SaveCurrentModifiedScenesIfUserWantsTo
        public static bool SaveCurrentModifiedScenesIfUserWantsTo() { throw new System.NotImplementedException(); }
    }
}
