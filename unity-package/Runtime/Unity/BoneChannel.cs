using Koekata.Binding;
using Koekata.Mapping;
using UnityEngine;

namespace Koekata
{
    /// <summary>One bone.</summary>
    internal sealed class BoneChannel
    {
        readonly BoneBinding binding;
        readonly Transform bone;
        readonly MirrorAxis mirror;
        readonly double[] given = new double[3], made = new double[4];
        LayeredRotation rotation;
        LayeredVector position, scale;

        internal BoneChannel(BoneBinding binding, Transform bone, MirrorAxis mirror)
        {
            this.binding = binding;
            this.bone = bone;
            this.mirror = mirror;
        }

        internal void Apply(Outputs outputs, float share)
        {
            if (!bone)
                return;
            if (Take(binding.Rotation, outputs))
                Turn(share);
            if (Take(binding.Translation, outputs))
                Move(share);
            if (Take(binding.Scale, outputs))
                Grow(share);
        }

        internal void Restore()
        {
            Quaternion turned;
            Vector3 placed;
            if (!bone)
                return;
            if (rotation.Release(bone.localRotation, out turned))
                bone.localRotation = turned;
            if (position.Release(bone.localPosition, out placed))
                bone.localPosition = placed;
            if (scale.Release(bone.localScale, out placed))
                bone.localScale = placed;
        }

        void Turn(float share)
        {
            BoneMotion.Turn(given, share, mirror, made);
            var turn = new Quaternion((float)made[0], (float)made[1], (float)made[2], (float)made[3]);
            bone.localRotation = rotation.Below(bone.localRotation) * turn;
            // Read back: Unity may round what it is given.
            rotation.Remember(bone.localRotation);
        }

        void Move(float share)
        {
            BoneMotion.Move(given, share, mirror, made);
            Quaternion axes = rotation.Below(bone.localRotation);
            var move = new Vector3((float)made[0], (float)made[1], (float)made[2]);
            bone.localPosition = position.Below(bone.localPosition) + axes * move;
            position.Remember(bone.localPosition);
        }

        void Grow(float share)
        {
            BoneMotion.Grow(given, share, made);
            Vector3 below = scale.Below(bone.localScale);
            bone.localScale = new Vector3(below.x * (float)made[0], below.y * (float)made[1], below.z * (float)made[2]);
            scale.Remember(bone.localScale);
        }

        /// <summary>The values of three targets; false where none has one.</summary>
        bool Take(int[] targets, Outputs outputs)
        {
            bool any = false;
            for (int axis = 0; axis < 3; axis++)
            {
                given[axis] = targets[axis] < 0 ? double.NaN : outputs[targets[axis]];
                any |= !double.IsNaN(given[axis]);
            }
            return any;
        }
    }
}
