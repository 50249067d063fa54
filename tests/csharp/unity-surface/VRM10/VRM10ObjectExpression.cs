using System.Collections.Generic;

namespace UniVRM10
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm1/vrm1_expression.html</summary>
    public sealed class VRM10ObjectExpression
    {
        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/VRM10Object/VRM10ObjectExpression.cs
        public IEnumerable<(ExpressionPreset Preset, VRM10Expression Clip)> Clips { get { throw new System.NotImplementedException(); } }

        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/VRM10Object/VRM10ObjectExpression.cs
        public ExpressionKey CreateKey(VRM10Expression clip) { throw new System.NotImplementedException(); }
    }
}
