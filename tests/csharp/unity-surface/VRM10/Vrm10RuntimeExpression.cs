namespace UniVRM10
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm1/vrm1_expression.html</summary>
    public sealed class Vrm10RuntimeExpression
    {
        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/Vrm10Runtime/Vrm10RuntimeExpression.cs
        public float GetWeight(ExpressionKey expressionKey) { throw new System.NotImplementedException(); }

        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/Vrm10Runtime/Vrm10RuntimeExpression.cs
        public void SetWeight(ExpressionKey expressionKey, float weight) { }
    }
}
