namespace UnityEngine
{
    /// <summary>ScriptReference/Material; Runtime/Export/Shaders/Material.bindings.cs, Material.cs</summary>
    public class Material : Object
    {
        // Material-shader
        public Shader shader { get { throw new System.NotImplementedException(); } set { } }

        // Material.HasProperty
        public bool HasProperty(string name) { throw new System.NotImplementedException(); }

        // Material.GetFloat
        public float GetFloat(int nameID) { throw new System.NotImplementedException(); }

        // Material.GetVector
        public Vector4 GetVector(int nameID) { throw new System.NotImplementedException(); }

        // Material.SetColor
        public void SetColor(string name, Color value) { }

        // Material.GetTextureOffset
        public Vector2 GetTextureOffset(int nameID) { throw new System.NotImplementedException(); }

        // Material.GetTextureScale
        public Vector2 GetTextureScale(int nameID) { throw new System.NotImplementedException(); }

        // Material-ctor
        public Material(Shader shader) { }
    }
}
