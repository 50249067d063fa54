using System;
using System.Collections.Generic;
using Koekata.Binding;
using Koekata.Mapping;
using UnityEngine;

namespace Koekata
{
    /// <summary>Bones: what animation gave, or the pose in which the model stands, and the face's motion on top of it.</summary>
    internal sealed class BoneWriter : ITargetWriter
    {
        readonly BoneChannel[] bones;

        internal BoneWriter(IList<BoneBinding> bindings, IList<Transform> transforms, MirrorAxis mirror)
        {
            bones = new BoneChannel[bindings.Count];
            for (int i = 0; i < bones.Length; i++)
                bones[i] = new BoneChannel(bindings[i], transforms[bindings[i].Bone], mirror);
        }

        public void Apply(Outputs outputs, float share)
        {
            for (int i = 0; i < bones.Length; i++)
                bones[i].Apply(outputs, share);
        }

        public void Restore()
        {
            Array.ForEach(bones, bone => bone.Restore());
        }
    }
}
