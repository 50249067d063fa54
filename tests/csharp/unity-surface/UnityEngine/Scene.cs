namespace UnityEngine.SceneManagement
{
    /// <summary>ScriptReference/SceneManagement.Scene</summary>
    public struct Scene
    {
        // SceneManagement.Scene.IsValid
        public bool IsValid() { throw new System.NotImplementedException(); }

        // SceneManagement.Scene-name
        public string name { get { throw new System.NotImplementedException(); } }

        // SceneManagement.Scene-path
        public string path { get { throw new System.NotImplementedException(); } }
    }
}
