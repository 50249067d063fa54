namespace Koekata
{
    /// <summary>How the axes of bones are taken from a table, which has them as glTF does.</summary>
    public enum MirrorChoice
    {
        /// <summary>VRM 0.x models are told by their component; all others are taken for mirrored along x.</summary>
        Automatic,

        /// <summary>FBX models, glTF, VRM 1.0.</summary>
        X,

        /// <summary>VRM 0.x.</summary>
        Z,
    }
}
