using UnityEngine;

namespace Koekata
{
    /// <summary>Bones of a Humanoid avatar.</summary>
    internal static class HumanBones
    {
        /// <summary>The bone; null where the avatar or the model has none.</summary>
        internal static Transform Find(Animator animator, HumanBodyBones bone)
        {
            // Unity 6 throws for anything but a valid Humanoid avatar.
            Avatar avatar = animator ? animator.avatar : null;
            return avatar && avatar.isValid && avatar.isHuman ? animator.GetBoneTransform(bone) : null;
        }
    }
}
