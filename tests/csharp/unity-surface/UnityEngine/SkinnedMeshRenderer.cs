namespace UnityEngine
{
    /// <summary>ScriptReference/SkinnedMeshRenderer; Runtime/Export/Graphics/GraphicsRenderers.bindings.cs</summary>
    public class SkinnedMeshRenderer : Renderer
    {
        // SkinnedMeshRenderer-sharedMesh
        public Mesh sharedMesh { get { throw new System.NotImplementedException(); } set { } }

        // SkinnedMeshRenderer.GetBlendShapeWeight
        public float GetBlendShapeWeight(int index) { throw new System.NotImplementedException(); }

        // SkinnedMeshRenderer.SetBlendShapeWeight
        public void SetBlendShapeWeight(int index, float value) { }

        // SkinnedMeshRenderer-localBounds
        public Bounds localBounds { get { throw new System.NotImplementedException(); } set { } }
    }
}
