using Koekata.Binding;
using UnityEngine;

namespace Koekata
{
    /// <summary>A bone that is turned on top of what animation gave, about axes that are not its own.</summary>
    internal sealed class TurnedBone
    {
        readonly Transform bone;
        readonly double[] degrees = new double[3], made = new double[4];
        LayeredRotation layer;

        internal TurnedBone(Transform bone)
        {
            this.bone = bone;
        }

        /// <summary>
        /// Turns by yaw, pitch and roll as the stream has them: left, up, left side up. <paramref name="axes"/> is how the axes
        /// (x right, y up, z forward) stand in the world.
        /// </summary>
        internal void Turn(double yaw, double pitch, double roll, float share, Quaternion axes)
        {
            if (!bone)
                return;
            degrees[0] = -pitch;
            degrees[1] = yaw;
            degrees[2] = roll;
            BoneMotion.Turn(degrees, share, MirrorAxis.X, made);
            bone.localRotation = layer.Below(bone.localRotation);
            var turn = new Quaternion((float)made[0], (float)made[1], (float)made[2], (float)made[3]);
            bone.rotation = axes * turn * Quaternion.Inverse(axes) * bone.rotation;
            layer.Remember(bone.localRotation);
        }

        internal void Restore()
        {
            Quaternion below;
            if (bone && layer.Release(bone.localRotation, out below))
                bone.localRotation = below;
        }
    }
}
