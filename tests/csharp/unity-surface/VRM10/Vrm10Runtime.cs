namespace UniVRM10
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm1/vrm1_api.html</summary>
    public class Vrm10Runtime
    {
        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/Vrm10Runtime/Vrm10Runtime.cs
        public Vrm10RuntimeExpression Expression { get { throw new System.NotImplementedException(); } }

        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/Vrm10Runtime/Vrm10Runtime.cs
        public Vrm10RuntimeLookAt LookAt { get { throw new System.NotImplementedException(); } }
    }
}
