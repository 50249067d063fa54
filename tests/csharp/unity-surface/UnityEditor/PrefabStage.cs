namespace UnityEditor.SceneManagement
{
    /// <summary>ScriptReference/SceneManagement.PrefabStage</summary>
    public class PrefabStage
    {
        // SceneManagement.PrefabStage-prefabSaving
        public static event System.Action<UnityEngine.GameObject> prefabSaving { add { } remove { } }
    }
}
