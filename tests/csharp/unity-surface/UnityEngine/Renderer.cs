namespace UnityEngine
{
    /// <summary>ScriptReference/Renderer; Runtime/Export/Graphics/GraphicsRenderers.bindings.cs</summary>
    public class Renderer : Component
    {
        // Renderer-sharedMaterials
        public Material[] sharedMaterials { get { throw new System.NotImplementedException(); } set { } }

        // Renderer.GetSharedMaterials
        public void GetSharedMaterials(System.Collections.Generic.List<Material> m) { }

        // Renderer.GetPropertyBlock
        public void GetPropertyBlock(MaterialPropertyBlock properties) { }

        // Renderer.GetPropertyBlock
        public void GetPropertyBlock(MaterialPropertyBlock properties, int materialIndex) { }

        // Renderer.SetPropertyBlock
        public void SetPropertyBlock(MaterialPropertyBlock properties, int materialIndex) { }

        // Renderer-sharedMaterial
        public Material sharedMaterial { get { throw new System.NotImplementedException(); } set { } }
    }
}
