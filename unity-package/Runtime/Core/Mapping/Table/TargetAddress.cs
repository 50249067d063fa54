namespace Koekata.Mapping
{
    /// <summary>Where a target is on the model; null is what its kind does not have, or what is not stated.</summary>
    public sealed class TargetAddress
    {
        /// <summary>Of the morph, expression, sprite or event.</summary>
        public string Name { get; internal set; }

        /// <summary>The mesh that has the morph; null: every mesh that has it.</summary>
        public string Mesh { get; internal set; }

        /// <summary>Name of the bone.</summary>
        public string Bone { get; internal set; }

        /// <summary>Of a bone: rotation, translation or scale. Of a material: its property. Of a texture offset: the texture.</summary>
        public string Property { get; internal set; }

        /// <summary>x, y or z of a bone; u or v of a texture offset.</summary>
        public string Axis { get; internal set; }

        /// <summary>Name of the material.</summary>
        public string Material { get; internal set; }

        /// <summary>Which number of a material's property: value, r, g, b or a.</summary>
        public string Component { get; internal set; }

        /// <summary>Number of drawings of a sprite; 0 of other kinds.</summary>
        public int Count { get; internal set; }
    }
}
