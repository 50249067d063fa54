using UnityEngine;

namespace Koekata
{
    /// <summary>
    /// Humanoid avatars with a jaw bone: every Humanoid animation moves the jaw, and one that has nothing to say of it puts it
    /// half open, so that the mouth of the character never shuts.
    /// </summary>
    internal static class JawCheck
    {
        /// <summary>What is wrong and how to mend it; empty where all is well.</summary>
        internal static string Of(Transform root)
        {
            foreach (Animator animator in root.GetComponentsInChildren<Animator>(true))
            {
                Transform jaw = HumanBones.Find(animator, HumanBodyBones.Jaw);
                if (jaw)
                    return "The avatar of \"" + animator.name + "\" has \"" + jaw.name + "\" as its jaw, so that body animations hold " +
                        "the mouth open. Select the model, Rig > Configure > Head, set Jaw to None, and apply.";
            }
            return "";
        }
    }
}
