namespace UniVRM10
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm1/components/vrm10-instance.html</summary>
    public class Vrm10Instance : UnityEngine.MonoBehaviour
    {
        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/Vrm10Instance/Vrm10Instance.cs
        public VRM10Object Vrm;

        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/Vrm10Instance/Vrm10Instance.cs
        public VRM10ObjectLookAt.LookAtTargetTypes LookAtTargetType;

        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/Vrm10Instance/Vrm10Instance.cs
        public Vrm10Runtime Runtime { get { throw new System.NotImplementedException(); } }
    }
}
