namespace UniVRM10
{
    /// <summary>https://github.com/vrm-c/vrm-specification/blob/master/specification/VRMC_vrm-1.0/expressions.md</summary>
    public enum ExpressionPreset
    {
        custom,
    }
}
