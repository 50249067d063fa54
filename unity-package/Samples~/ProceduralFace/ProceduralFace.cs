using System;
using System.Collections.Generic;
using UnityEngine;

namespace Koekata.Samples
{
    /// <summary>
    /// Makes the drawing of <see cref="FacePainter"/> into a mesh with blendshapes on this object. The mesh is made anew each time
    /// and never saved.
    /// </summary>
    [ExecuteAlways]
    [RequireComponent(typeof(SkinnedMeshRenderer))]
    public sealed class ProceduralFace : MonoBehaviour
    {
        const float Full = 100f;
        const float Bulge = 0.3f;

        [NonSerialized] Mesh mesh;
        [NonSerialized] Material material;

        void OnEnable()
        {
            mesh = Make(FacePainter.Paint());
            // Draws the colours of the points in the order of the triangles, in every render pipeline.
            material = new Material(Shader.Find("Sprites/Default")) { hideFlags = HideFlags.HideAndDontSave };
            var shown = GetComponent<SkinnedMeshRenderer>();
            shown.sharedMesh = mesh;
            shown.sharedMaterial = material;
            shown.localBounds = mesh.bounds;
        }

        void OnDisable()
        {
            DestroyImmediate(mesh);
            DestroyImmediate(material);
        }

        static Mesh Make(FaceDrawing face)
        {
            var made = new Mesh { name = "Procedural face", hideFlags = HideFlags.HideAndDontSave };
            var vertices = new Vector3[face.Points.Count];
            var colours = new Color[face.Points.Count];
            for (int i = 0; i < vertices.Length; i++)
            {
                vertices[i] = OnBall(face.Points[i]);
                colours[i] = Colour(face.Colours[i]);
            }
            made.vertices = vertices;
            made.colors = colours;
            made.triangles = new List<int>(face.Triangles).ToArray();
            foreach (string shape in face.Shapes)
                made.AddBlendShapeFrame(shape, Full, Moves(face, shape), null, null);
            made.RecalculateBounds();
            return made;
        }

        static Vector3[] Moves(FaceDrawing face, string shape)
        {
            var moves = new Vector3[face.Points.Count];
            foreach (KeyValuePair<int, FacePoint> move in face.Moves(shape))
                moves[move.Key] = new Vector3(-move.Value.X, move.Value.Y, 0f);
            return moves;
        }

        // A character looks along z; what is on the right of who looks at it is at -x. The bulge shows when the head turns.
        static Vector3 OnBall(FacePoint point)
        {
            float out2 = Mathf.Clamp(1f - point.X * point.X - point.Y * point.Y, 0f, 1f);
            return new Vector3(-point.X, point.Y, Bulge * out2);
        }

        static Color Colour(uint rgb)
        {
            return new Color((rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f, 1f);
        }
    }
}
