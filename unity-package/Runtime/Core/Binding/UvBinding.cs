namespace Koekata.Binding
{
    /// <summary>The targets that shift one texture of a material in one place.</summary>
    public sealed class UvBinding
    {
        internal UvBinding(int material, string texture)
        {
            Material = material;
            Texture = texture;
            U = V = -1;
        }

        /// <summary>Place in <see cref="ModelParts.Materials"/>.</summary>
        public int Material { get; private set; }

        /// <summary>The texture's property.</summary>
        public string Texture { get; private set; }

        /// <summary>Place of the target that shifts to the right; -1 for none.</summary>
        public int U { get; internal set; }

        /// <summary>Place of the target that shifts downwards; -1 for none.</summary>
        public int V { get; internal set; }
    }
}
