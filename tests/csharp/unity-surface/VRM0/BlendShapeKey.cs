namespace VRM
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm0/0.58_blendshape.html</summary>
    public readonly struct BlendShapeKey
    {
        // vrm-c/UniVRM Packages/VRM/Runtime/BlendShape/BlendShapeKey.cs
        public string Name { get { throw new System.NotImplementedException(); } }

        // vrm-c/UniVRM Packages/VRM/Runtime/BlendShape/BlendShapeKey.cs
        public static BlendShapeKey CreateFromClip(BlendShapeClip clip) { throw new System.NotImplementedException(); }
    }
}
