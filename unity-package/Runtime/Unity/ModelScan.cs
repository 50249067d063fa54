using System.Collections.Generic;
using Koekata.Binding;
using UnityEngine;

namespace Koekata
{
    /// <summary>What is below an object that a table can drive, by name and as objects of the scene; same places in both.</summary>
    internal sealed class ModelScan
    {
        internal readonly ModelParts Parts = new ModelParts();
        internal readonly List<SkinnedMeshRenderer> Meshes = new List<SkinnedMeshRenderer>();
        internal readonly List<Transform> Bones = new List<Transform>();
        internal readonly List<Renderer> Renderers = new List<Renderer>();
        internal readonly List<int> Places = new List<int>();
        internal readonly List<KoekataDrawings> Drawings = new List<KoekataDrawings>();
        internal readonly KoekataExpressions Expressions;

        internal ModelScan(Transform root)
        {
            foreach (Transform bone in root.GetComponentsInChildren<Transform>(true))
            {
                Bones.Add(bone);
                Parts.Bones.Add(bone.name);
            }
            foreach (Renderer renderer in root.GetComponentsInChildren<Renderer>(true))
                Add(renderer);
            foreach (KoekataDrawings drawings in root.GetComponentsInChildren<KoekataDrawings>(true))
            {
                Drawings.Add(drawings);
                Parts.Drawings.Add(drawings.Name);
            }
            KoekataExpressions[] shown = root.GetComponentsInChildren<KoekataExpressions>(true);
            if (shown.Length == 0)
                return;
            Expressions = shown[0];
            Parts.Expressions = Expressions.Names();
        }

        void Add(Renderer renderer)
        {
            var skinned = renderer as SkinnedMeshRenderer;
            if (skinned && skinned.sharedMesh && skinned.sharedMesh.blendShapeCount > 0)
            {
                Meshes.Add(skinned);
                Parts.Meshes.Add(new ModelMesh(skinned.name, skinned.sharedMesh.name, Shapes(skinned.sharedMesh)));
            }
            Material[] materials = renderer.sharedMaterials;
            for (int place = 0; place < materials.Length; place++)
            {
                if (!materials[place])
                    continue;
                Renderers.Add(renderer);
                Places.Add(place);
                Parts.Materials.Add(MaterialProperties.Of(materials[place]));
            }
        }

        static List<string> Shapes(Mesh mesh)
        {
            var names = new List<string>(mesh.blendShapeCount);
            for (int i = 0; i < mesh.blendShapeCount; i++)
                names.Add(mesh.GetBlendShapeName(i));
            return names;
        }
    }
}
