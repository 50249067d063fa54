namespace Koekata.Binding
{
    /// <summary>Along which axis a model was mirrored on its way from right-handed glTF into a left-handed engine.</summary>
    public enum MirrorAxis
    {
        /// <summary>FBX models, glTF and VRM 1.0 in Unity.</summary>
        X,

        /// <summary>VRM 0.x in Unity.</summary>
        Z,
    }
}
