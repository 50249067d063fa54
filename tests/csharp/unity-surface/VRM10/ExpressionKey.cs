namespace UniVRM10
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm1/vrm1_expression.html</summary>
    public readonly struct ExpressionKey
    {
        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/Expression/ExpressionKey.cs
        public readonly string Name;

        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/Expression/ExpressionKey.cs
        public bool IsBlink { get { throw new System.NotImplementedException(); } }

        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/Expression/ExpressionKey.cs
        public bool IsLookAt { get { throw new System.NotImplementedException(); } }

        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/Expression/ExpressionKey.cs
        public bool IsMouth { get { throw new System.NotImplementedException(); } }
    }
}
