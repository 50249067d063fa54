namespace UnityEngine
{
    /// <summary>ScriptReference/Camera</summary>
    public sealed class Camera : Behaviour
    {
        // Camera-main
        public static Camera main { get { throw new System.NotImplementedException(); } }
    }
}
