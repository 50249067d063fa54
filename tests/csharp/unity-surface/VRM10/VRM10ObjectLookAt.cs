namespace UniVRM10
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm1/vrm1_lookat.html</summary>
    public class VRM10ObjectLookAt
    {
        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/VRM10Object/VRM10ObjectLookAt.cs
        public CurveMapper HorizontalOuter;

        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/VRM10Object/VRM10ObjectLookAt.cs
        public CurveMapper VerticalDown;

        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/VRM10Object/VRM10ObjectLookAt.cs
        public CurveMapper VerticalUp;

        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/VRM10Object/VRM10ObjectLookAt.cs
        public enum LookAtTargetTypes { SpecifiedTransform = 0, YawPitchValue = 1 }
    }
}
