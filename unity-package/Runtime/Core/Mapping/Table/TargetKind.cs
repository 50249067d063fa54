namespace Koekata.Mapping
{
    /// <summary>What a target is on the model.</summary>
    public enum TargetKind
    {
        /// <summary>A blendshape of a mesh: a weight.</summary>
        Morph,

        /// <summary>A VRM expression: a weight.</summary>
        Expression,

        /// <summary>A bone, in its own axes at rest: degrees, metres or a factor.</summary>
        Bone,

        /// <summary>A number of a material's property.</summary>
        Material,

        /// <summary>A texture offset, in texture widths.</summary>
        Uv,

        /// <summary>Drawings, of which one is shown: an index.</summary>
        Sprite,

        /// <summary>Fires when its value rises; it has no value in the outputs.</summary>
        Event,
    }
}
