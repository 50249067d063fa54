namespace UnityEngine
{
    /// <summary>ScriptReference/MeshRenderer</summary>
    public class MeshRenderer : Renderer
    {
    }
}
