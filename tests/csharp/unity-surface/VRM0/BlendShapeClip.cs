namespace VRM
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm0/0.58_blendshape.html</summary>
    public class BlendShapeClip : UnityEngine.ScriptableObject
    {
    }
}
