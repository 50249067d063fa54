namespace UniVRM10
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm1/vrm1_expression.html</summary>
    public sealed class VRM10Expression : UnityEngine.ScriptableObject
    {
    }
}
