using Koekata.Binding;
using Koekata.Mapping;
using UnityEngine;

namespace Koekata
{
    /// <summary>One property of a material: a number, a colour or four numbers, or the scale and offset of a texture.</summary>
    internal sealed class MaterialValue
    {
        readonly int property;
        readonly bool isNumber, isConverted;
        readonly int[] targets;
        readonly bool downwards;
        readonly Vector4 rest;

        internal MaterialValue(MaterialBinding binding, Material material)
        {
            property = Shader.PropertyToID(binding.Property);
            isNumber = binding.IsNumber;
            isConverted = !isNumber && MaterialProperties.IsConverted(material.shader, binding.Property);
            targets = binding.Targets;
            rest = isNumber ? new Vector4(material.GetFloat(property), 0f, 0f, 0f) : material.GetVector(property);
        }

        internal MaterialValue(UvBinding binding, Material material)
        {
            int texture = Shader.PropertyToID(binding.Texture);
            property = Shader.PropertyToID(binding.Texture + "_ST");
            Vector2 scale = material.GetTextureScale(texture), offset = material.GetTextureOffset(texture);
            rest = new Vector4(scale.x, scale.y, offset.x, offset.y);
            targets = new[] { -1, -1, binding.U, binding.V };
            downwards = true;
        }

        internal bool Apply(Outputs outputs, float share, MaterialPropertyBlock block)
        {
            Vector4 value = rest;
            bool any = false;
            for (int i = 0; i < targets.Length; i++)
            {
                if (targets[i] < 0 || !outputs.Has(targets[i]))
                    continue;
                any = true;
                value[i] = rest[i] + (Face(i, (float)outputs[targets[i]]) - rest[i]) * share;
            }
            if (any)
                Set(block, value);
            return any;
        }

        internal void Restore(MaterialPropertyBlock block)
        {
            Set(block, rest);
        }

        // Offsets count from where the texture lies in the material; v runs upwards here, and downwards in a table.
        float Face(int component, float value)
        {
            return !downwards ? value : component == 3 ? rest[3] - value : rest[component] + value;
        }

        void Set(MaterialPropertyBlock block, Vector4 value)
        {
            if (isNumber)
                block.SetFloat(property, value.x);
            // Of a block SetColor converts always and SetVector never; those of a material look at the property.
            else if (isConverted)
                block.SetColor(property, new Color(value.x, value.y, value.z, value.w));
            else
                block.SetVector(property, value);
        }
    }
}
