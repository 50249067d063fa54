using System.Collections.Generic;
using Koekata.Binding;
using Koekata.Mapping;
using UnityEngine;

namespace Koekata
{
    /// <summary>One material in one place of one renderer.</summary>
    internal sealed class MaterialChannel
    {
        readonly Renderer renderer;
        readonly int place;
        readonly Material material;
        readonly MaterialPropertyBlock block = new MaterialPropertyBlock();
        readonly List<MaterialValue> values = new List<MaterialValue>();
        bool wrote, alone;

        internal MaterialChannel(Renderer renderer, int place)
        {
            this.renderer = renderer;
            this.place = place;
            material = renderer.sharedMaterials[place];
        }

        internal bool Any
        {
            get { return values.Count > 0; }
        }

        internal void Add(MaterialBinding binding)
        {
            values.Add(new MaterialValue(binding, material));
        }

        internal void Add(UvBinding binding)
        {
            values.Add(new MaterialValue(binding, material));
        }

        internal void Apply(Outputs outputs, float share)
        {
            if (!renderer)
                return;
            bool empty = MaterialBlocks.Read(renderer, place, block), any = false;
            alone = wrote ? alone : empty;
            for (int i = 0; i < values.Count; i++)
                any |= values[i].Apply(outputs, share, block);
            if (!any)
                return;
            renderer.SetPropertyBlock(block, place);
            wrote = true;
        }

        internal void Restore()
        {
            if (!wrote || !renderer)
                return;
            wrote = false;
            if (alone)
            {
                renderer.SetPropertyBlock(null, place);
                return;
            }
            renderer.GetPropertyBlock(block, place);
            for (int i = 0; i < values.Count; i++)
                values[i].Restore(block);
            renderer.SetPropertyBlock(block, place);
        }
    }
}
