namespace VRM
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm0/0.58_blendshape.html</summary>
    public class BlendShapeAvatar : UnityEngine.ScriptableObject
    {
        // vrm-c/UniVRM Packages/VRM/Runtime/BlendShape/BlendShapeAvatar.cs
        public System.Collections.Generic.List<BlendShapeClip> Clips;
    }
}
