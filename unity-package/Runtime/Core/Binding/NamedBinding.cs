namespace Koekata.Binding
{
    /// <summary>A target that drives a thing as a whole: a VRM expression, or a set of drawings.</summary>
    public sealed class NamedBinding
    {
        internal NamedBinding(int target, int part)
        {
            Target = target;
            Part = part;
        }

        /// <summary>Place of the target in the outputs.</summary>
        public int Target { get; private set; }

        /// <summary>Place in <see cref="ModelParts.Expressions"/> or <see cref="ModelParts.Drawings"/>.</summary>
        public int Part { get; private set; }
    }
}
