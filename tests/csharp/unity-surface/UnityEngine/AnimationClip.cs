namespace UnityEngine
{
    /// <summary>ScriptReference/AnimationClip</summary>
    public sealed class AnimationClip : Object
    {
        // AnimationClip-ctor
        public AnimationClip() { }

        // AnimationClip-frameRate
        public float frameRate { get { throw new System.NotImplementedException(); } set { } }

        // AnimationClip.EnsureQuaternionContinuity
        public void EnsureQuaternionContinuity() { }
    }
}
