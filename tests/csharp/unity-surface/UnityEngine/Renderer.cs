namespace UnityEngine
{
    /// <summary>ScriptReference/Renderer</summary>
    public class Renderer : Component
    {
        // Renderer-sharedMaterials
        public Material[] sharedMaterials { get { throw new System.NotImplementedException(); } set { } }

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
