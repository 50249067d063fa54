namespace UnityEngine
{
    /// <summary>ScriptReference/Shader; Runtime/Export/Shaders/Shader.bindings.cs, ShaderProperties.cs</summary>
    public sealed class Shader : Object
    {
        // Shader.PropertyToID
        public static int PropertyToID(string name) { throw new System.NotImplementedException(); }

        // Shader.GetPropertyCount
        public int GetPropertyCount() { throw new System.NotImplementedException(); }

        // Shader.FindPropertyIndex
        public int FindPropertyIndex(string propertyName) { throw new System.NotImplementedException(); }

        // Shader.GetPropertyName
        public string GetPropertyName(int propertyIndex) { throw new System.NotImplementedException(); }

        // Shader.GetPropertyType
        public Rendering.ShaderPropertyType GetPropertyType(int propertyIndex) { throw new System.NotImplementedException(); }

        // Shader.GetPropertyFlags
        public Rendering.ShaderPropertyFlags GetPropertyFlags(int propertyIndex) { throw new System.NotImplementedException(); }

        // Shader.Find
        public static Shader Find(string name) { throw new System.NotImplementedException(); }
    }
}
