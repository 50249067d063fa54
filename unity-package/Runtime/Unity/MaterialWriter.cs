using System;
using Koekata.Binding;
using Koekata.Mapping;
using UnityEngine;

namespace Koekata
{
    /// <summary>
    /// Properties and texture offsets of materials, through property blocks: no material is copied, and nothing is saved.
    /// </summary>
    internal sealed class MaterialWriter : ITargetWriter
    {
        readonly MaterialChannel[] channels;

        internal MaterialWriter(BindingPlan plan, ModelScan scan)
        {
            channels = new MaterialChannel[scan.Parts.Materials.Count];
            for (int i = 0; i < channels.Length; i++)
                channels[i] = new MaterialChannel(scan.Renderers[i], scan.Places[i]);
            foreach (MaterialBinding binding in plan.Materials)
                channels[binding.Material].Add(binding);
            foreach (UvBinding binding in plan.Uvs)
                channels[binding.Material].Add(binding);
            channels = Array.FindAll(channels, channel => channel.Any);
        }

        public void Apply(Outputs outputs, float share)
        {
            for (int i = 0; i < channels.Length; i++)
                channels[i].Apply(outputs, share);
        }

        public void Restore()
        {
            Array.ForEach(channels, channel => channel.Restore());
        }
    }
}
