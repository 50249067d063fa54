namespace UnityEditor.SceneManagement
{
    /// <summary>ScriptReference/SceneManagement.EditorSceneManager</summary>
    public class EditorSceneManager
    {
        // SceneManagement.EditorSceneManager-sceneSaving
        public static event SceneSavingCallback sceneSaving { add { } remove { } }

        // SceneManagement.EditorSceneManager.SceneSavingCallback
        public delegate void SceneSavingCallback(UnityEngine.SceneManagement.Scene scene, string path);
    }
}
