using UnityEditor;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>Shows in the scene where the performer's head points, for a selected face that moves.</summary>
    internal static class FaceGizmos
    {
        const float Length = 0.3f;
        const float Size = 0.02f;

        [DrawGizmo(GizmoType.Selected)]
        static void Draw(KoekataFace face, GizmoType kind)
        {
            if (face.Driver == null)
                return;
            double yaw, pitch;
            bool known = face.Driver.Frame.TryGet(face.Driver.Evaluator.Slot("headYaw"), out yaw);
            known &= face.Driver.Frame.TryGet(face.Driver.Evaluator.Slot("headPitch"), out pitch);
            if (!known)
                return;
            Vector3 from = face.Root.position;
            Gizmos.color = new Color(0.9f, 0.45f, 0.55f, 1f);
            Vector3 to = from + face.Root.rotation * HeadDirection.Of(yaw, pitch) * Length;
            Gizmos.DrawLine(from, to);
            Gizmos.DrawWireSphere(to, Size);
        }
    }
}
