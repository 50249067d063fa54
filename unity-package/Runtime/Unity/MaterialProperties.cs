using Koekata.Binding;
using UnityEngine;
using UnityEngine.Rendering;

namespace Koekata
{
    /// <summary>What a material has that can be driven.</summary>
    internal static class MaterialProperties
    {
        const string Copy = " (Instance)";

        internal static ModelMaterial Of(Material material)
        {
            Shader shader = material.shader;
            var found = new ModelMaterial(Name(material), MainTexture(material));
            for (int i = 0; i < shader.GetPropertyCount(); i++)
                Add(found, shader.GetPropertyName(i), shader.GetPropertyType(i));
            return found;
        }

        /// <summary>Whether Unity converts a property from sRGB where it calculates in linear colour: colours, unless marked HDR.</summary>
        internal static bool IsConverted(Shader shader, string property)
        {
            int index = shader.FindPropertyIndex(property);
            if (index < 0)
                return false;
            ShaderPropertyFlags flags = shader.GetPropertyFlags(index);
            return shader.GetPropertyType(index) == ShaderPropertyType.Color
                ? (flags & ShaderPropertyFlags.HDR) == 0
                : (flags & ShaderPropertyFlags.Gamma) != 0;
        }

        /// <summary>The property of the main texture: marked as such in the shader, else by the names of the render pipelines.</summary>
        internal static string MainTexture(Material material)
        {
            Shader shader = material.shader;
            for (int i = 0; i < shader.GetPropertyCount(); i++)
                if ((shader.GetPropertyFlags(i) & ShaderPropertyFlags.MainTexture) != 0)
                    return shader.GetPropertyName(i);
            return material.HasProperty("_MainTex") ? "_MainTex" : "_BaseMap";
        }

        static void Add(ModelMaterial material, string name, ShaderPropertyType type)
        {
            if (type == ShaderPropertyType.Color || type == ShaderPropertyType.Vector)
                material.Vectors.Add(name);
            else if (type == ShaderPropertyType.Texture)
                material.Textures.Add(name);
            else if (type != ShaderPropertyType.Int)
                material.Numbers.Add(name);
        }

        static string Name(Material material)
        {
            string name = material.name;
            while (name.EndsWith(Copy, System.StringComparison.Ordinal))
                name = name.Substring(0, name.Length - Copy.Length);
            return name;
        }
    }
}
