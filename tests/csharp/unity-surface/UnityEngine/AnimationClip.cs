namespace UnityEngine
{
    /// <summary>ScriptReference/AnimationClip; Modules/Animation/ScriptBindings/AnimationClip.bindings.cs</summary>
    public sealed class AnimationClip : Motion
    {
        // AnimationClip-ctor
        public AnimationClip() { }

        // AnimationClip-frameRate
        public float frameRate { get { throw new System.NotImplementedException(); } set { } }
    }
}
