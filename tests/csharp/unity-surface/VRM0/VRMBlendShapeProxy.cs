namespace VRM
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm0/0.58_blendshape.html</summary>
    public class VRMBlendShapeProxy : UnityEngine.MonoBehaviour
    {
        // vrm-c/UniVRM Packages/VRM/Runtime/BlendShape/VRMBlendShapeProxy.cs
        public BlendShapeAvatar BlendShapeAvatar;

        // vrm-c/UniVRM Packages/VRM/Runtime/BlendShape/VRMBlendShapeProxy.cs
        public void AccumulateValue(BlendShapeKey key, float value) { }

        // vrm-c/UniVRM Packages/VRM/Runtime/BlendShape/VRMBlendShapeProxy.cs
        public float GetValue(BlendShapeKey key) { throw new System.NotImplementedException(); }

        // vrm-c/UniVRM Packages/VRM/Runtime/BlendShape/VRMBlendShapeProxy.cs
        public void Apply() { }
    }
}
