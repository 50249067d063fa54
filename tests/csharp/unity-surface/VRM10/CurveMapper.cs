namespace UniVRM10
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm1/vrm1_lookat.html</summary>
    public class CurveMapper
    {
        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/LookAt/CurveMapper.cs
        public float CurveXRangeDegree;
    }
}
