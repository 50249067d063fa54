namespace UniVRM10
{
    /// <summary>https://vrm-c.github.io/UniVRM/ja/vrm1/components/vrm10-instance.html</summary>
    public class VRM10Object : UnityEngine.ScriptableObject
    {
        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/VRM10Object/VRM10Object.cs
        public VRM10ObjectExpression Expression;

        // vrm-c/UniVRM Packages/VRM10/Runtime/Components/VRM10Object/VRM10Object.cs
        public VRM10ObjectLookAt LookAt;
    }
}
