namespace UnityEngine.SceneManagement
{
    /// <summary>ScriptReference/SceneManagement.Scene; Runtime/Export/SceneManager/Scene.cs</summary>
    public struct Scene
    {
        // SceneManagement.Scene-name
        public string name { get { throw new System.NotImplementedException(); } set { } }

        // SceneManagement.Scene-path
        public string path { get { throw new System.NotImplementedException(); } }
    }
}
