namespace Koekata.Binding
{
    /// <summary>The targets of one property of a material in one place.</summary>
    public sealed class MaterialBinding
    {
        internal MaterialBinding(int material, string property, bool isNumber)
        {
            Material = material;
            Property = property;
            IsNumber = isNumber;
            Targets = new[] { -1, -1, -1, -1 };
        }

        /// <summary>Place in <see cref="ModelParts.Materials"/>.</summary>
        public int Material { get; private set; }

        /// <summary>The property.</summary>
        public string Property { get; private set; }

        /// <summary>One number, which the first target drives; otherwise a colour or four numbers.</summary>
        public bool IsNumber { get; private set; }

        /// <summary>Places of the targets for r, g, b and a; -1 where there is none.</summary>
        public int[] Targets { get; private set; }
    }
}
