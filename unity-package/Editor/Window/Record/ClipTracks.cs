using System.Collections.Generic;
using Koekata.Mapping;
using UnityEditor;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>What a clip records of a face: the blendshapes and bones that its table drives, by their animated properties.</summary>
    internal static class ClipTracks
    {
        internal static IEnumerable<ClipTrack> Of(KoekataFace face)
        {
            Transform root = AnimatedRoot(face);
            var morphs = new HashSet<string>();
            var bones = new HashSet<string>();
            foreach (Target target in face.Mapping.Table.Targets)
                if (target.Kind == TargetKind.Morph)
                    morphs.Add(target.Address.Name);
                else if (target.Kind == TargetKind.Bone)
                    bones.Add(target.Address.Bone);
            // Expressions of VRM move blendshapes whose names only the model knows.
            bool all = face.GetComponentInChildren<KoekataExpressions>();
            foreach (SkinnedMeshRenderer mesh in face.Root.GetComponentsInChildren<SkinnedMeshRenderer>(true))
                foreach (ClipTrack track in Shapes(mesh, root, all ? null : morphs))
                    yield return track;
            foreach (Transform bone in face.Root.GetComponentsInChildren<Transform>(true))
                if (bones.Contains(bone.name))
                    foreach (ClipTrack track in Bone(bone, root))
                        yield return track;
        }

        // Paths of a clip begin at the Animator that plays it.
        static Transform AnimatedRoot(KoekataFace face)
        {
            var animator = face.GetComponentInParent<Animator>();
            return animator ? animator.transform : face.Root;
        }

        static IEnumerable<ClipTrack> Shapes(SkinnedMeshRenderer mesh, Transform root, HashSet<string> wanted)
        {
            string path = AnimationUtility.CalculateTransformPath(mesh.transform, root);
            for (int i = 0; mesh.sharedMesh && i < mesh.sharedMesh.blendShapeCount; i++)
            {
                int shape = i;
                string name = mesh.sharedMesh.GetBlendShapeName(i);
                if (wanted == null || wanted.Contains(name))
                    yield return new ClipTrack(path, typeof(SkinnedMeshRenderer), "blendShape." + name, () => mesh.GetBlendShapeWeight(shape));
            }
        }

        static IEnumerable<ClipTrack> Bone(Transform bone, Transform root)
        {
            string path = AnimationUtility.CalculateTransformPath(bone, root);
            yield return Number(path, "m_LocalRotation.x", () => bone.localRotation.x);
            yield return Number(path, "m_LocalRotation.y", () => bone.localRotation.y);
            yield return Number(path, "m_LocalRotation.z", () => bone.localRotation.z);
            yield return Number(path, "m_LocalRotation.w", () => bone.localRotation.w);
            yield return Number(path, "m_LocalPosition.x", () => bone.localPosition.x);
            yield return Number(path, "m_LocalPosition.y", () => bone.localPosition.y);
            yield return Number(path, "m_LocalPosition.z", () => bone.localPosition.z);
        }

        static ClipTrack Number(string path, string property, System.Func<float> read)
        {
            return new ClipTrack(path, typeof(Transform), property, read);
        }
    }
}
