using System.Collections.Generic;
using Koekata.Binding;
using Koekata.Mapping;
using UnityEngine;

namespace Koekata
{
    /// <summary>Blendshapes.</summary>
    internal sealed class MorphWriter : ITargetWriter
    {
        readonly SkinnedMeshRenderer[] renderers;
        readonly int[] shapes, targets;
        readonly float[] full;
        readonly LayeredValue[] layers;

        internal MorphWriter(IList<MorphBinding> bindings, IList<SkinnedMeshRenderer> meshes)
        {
            int count = bindings.Count;
            renderers = new SkinnedMeshRenderer[count];
            shapes = new int[count];
            targets = new int[count];
            full = new float[count];
            layers = new LayeredValue[count];
            for (int i = 0; i < count; i++)
            {
                renderers[i] = meshes[bindings[i].Mesh];
                shapes[i] = bindings[i].Shape;
                targets[i] = bindings[i].Target;
                full[i] = Full(renderers[i].sharedMesh, shapes[i]);
            }
        }

        public void Apply(Outputs outputs, float share)
        {
            for (int i = 0; i < targets.Length; i++)
            {
                if (!outputs.Has(targets[i]) || !renderers[i])
                    continue;
                float current = renderers[i].GetBlendShapeWeight(shapes[i]);
                float mixed = layers[i].Mixed(current, (float)outputs[targets[i]] * full[i], share);
                if (mixed != current)
                    renderers[i].SetBlendShapeWeight(shapes[i], mixed);
                layers[i].Remember(mixed);
            }
        }

        public void Restore()
        {
            for (int i = 0; i < targets.Length; i++)
            {
                float below;
                if (renderers[i] && layers[i].Wrote && layers[i].Release(renderers[i].GetBlendShapeWeight(shapes[i]), out below))
                    renderers[i].SetBlendShapeWeight(shapes[i], below);
            }
        }

        /// <summary>The weight of the whole shape: 100, unless the model has it otherwise.</summary>
        static float Full(Mesh mesh, int shape)
        {
            int frames = mesh.GetBlendShapeFrameCount(shape);
            return frames == 0 ? 100f : mesh.GetBlendShapeFrameWeight(shape, frames - 1);
        }
    }
}
