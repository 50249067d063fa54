using Koekata.Binding;
using Koekata.Editing;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>The names of a model in the scene.</summary>
    internal static class SceneModel
    {
        internal static ModelNames Names(GameObject root)
        {
            var expressions = root.transform.GetComponentInChildren<KoekataExpressions>();
            var names = new ModelNames(root.name, Form(expressions));
            foreach (SkinnedMeshRenderer mesh in root.transform.GetComponentsInChildren<SkinnedMeshRenderer>(true))
                if (mesh.sharedMesh)
                    for (int i = 0; i < mesh.sharedMesh.blendShapeCount; i++)
                        names.AddMorph(mesh.name, mesh.sharedMesh.GetBlendShapeName(i));
            if (expressions)
                foreach (string name in expressions.Names())
                {
                    ModelShape shape = ModelShape.Expression(name);
                    shape.Preset = true;
                    names.Expressions.Add(shape);
                }
            return names;
        }

        // UniVRM mirrors VRM 0.x along z and VRM 1.0 along x.
        static string Form(KoekataExpressions expressions)
        {
            if (!expressions)
                return "Unity";
            return expressions.Mirror == MirrorAxis.Z ? "VRM 0.x" : "VRM 1.0";
        }
    }
}
