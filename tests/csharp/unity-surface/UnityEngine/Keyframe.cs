namespace UnityEngine
{
    /// <summary>ScriptReference/Keyframe; Runtime/Export/Animation/AnimationCurve.bindings.cs</summary>
    public struct Keyframe
    {
        // Keyframe-ctor
        public Keyframe(float time, float value, float inTangent, float outTangent) { }

        // Keyframe-time
        public float time { get { throw new System.NotImplementedException(); } set { } }

        // Keyframe-value
        public float value { get { throw new System.NotImplementedException(); } set { } }

        // Keyframe-inTangent
        public float inTangent { get { throw new System.NotImplementedException(); } set { } }

        // Keyframe-outTangent
        public float outTangent { get { throw new System.NotImplementedException(); } set { } }
    }
}
