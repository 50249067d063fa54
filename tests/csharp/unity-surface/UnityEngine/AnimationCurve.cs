namespace UnityEngine
{
    /// <summary>ScriptReference/AnimationCurve; Runtime/Export/Animation/AnimationCurve.bindings.cs</summary>
    public class AnimationCurve
    {
        // AnimationCurve-ctor
        public AnimationCurve(params Keyframe[] keys) { }

        // AnimationCurve-keys
        public Keyframe[] keys { get { throw new System.NotImplementedException(); } set { } }

        // AnimationCurve.Evaluate
        public float Evaluate(float time) { throw new System.NotImplementedException(); }
    }
}
