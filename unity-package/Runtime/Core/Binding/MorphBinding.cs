namespace Koekata.Binding
{
    /// <summary>A target that drives a blendshape.</summary>
    public sealed class MorphBinding
    {
        internal MorphBinding(int target, int mesh, int shape)
        {
            Target = target;
            Mesh = mesh;
            Shape = shape;
        }

        /// <summary>Place of the target in the outputs.</summary>
        public int Target { get; private set; }

        /// <summary>Place in <see cref="ModelParts.Meshes"/>.</summary>
        public int Mesh { get; private set; }

        /// <summary>Place in <see cref="ModelMesh.Shapes"/>.</summary>
        public int Shape { get; private set; }
    }
}
