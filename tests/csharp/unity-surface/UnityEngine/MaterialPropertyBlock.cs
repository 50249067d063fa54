namespace UnityEngine
{
    /// <summary>ScriptReference/MaterialPropertyBlock; Runtime/Export/Shaders/MaterialPropertyBlock.cs, MaterialPropertyBlock.bindings.cs</summary>
    public sealed class MaterialPropertyBlock
    {
        // MaterialPropertyBlock-ctor
        public MaterialPropertyBlock() { }

        // MaterialPropertyBlock-isEmpty
        public bool isEmpty { get { throw new System.NotImplementedException(); } }

        // MaterialPropertyBlock.GetVector
        public Vector4 GetVector(string name) { throw new System.NotImplementedException(); }

        // MaterialPropertyBlock.SetFloat
        public void SetFloat(int nameID, float value) { }

        // MaterialPropertyBlock.SetVector
        public void SetVector(int nameID, Vector4 value) { }

        // MaterialPropertyBlock.SetColor
        public void SetColor(int nameID, Color value) { }

        // MaterialPropertyBlock.SetTexture
        public void SetTexture(int nameID, Texture value) { }
    }
}
