namespace UnityEngine
{
    /// <summary>ScriptReference/Camera; Runtime/Export/Camera/Camera.bindings.cs</summary>
    public sealed class Camera : Behaviour
    {
        // Camera-main
        public static Camera main { get { throw new System.NotImplementedException(); } }
    }
}
