namespace UniVRM10
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm1/vrm1_lookat.html</summary>
    public sealed class Vrm10RuntimeLookAt
    {
        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/Vrm10Runtime/Vrm10RuntimeLookAt.cs
        public void SetYawPitchManually(float yaw, float pitch) { }
    }
}
