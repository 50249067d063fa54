using System.Collections.Generic;

namespace Koekata.Binding
{
    /// <summary>A mesh with blendshapes.</summary>
    public sealed class ModelMesh
    {
        /// <summary>A mesh; <paramref name="otherName"/> is a second name that tables may call it by, or empty.</summary>
        public ModelMesh(string name, string otherName, IList<string> shapes)
        {
            Name = name;
            OtherName = otherName;
            Shapes = shapes;
        }

        /// <summary>The name of its object.</summary>
        public string Name { get; private set; }

        /// <summary>The name of the mesh itself.</summary>
        public string OtherName { get; private set; }

        /// <summary>Its blendshapes, in their order.</summary>
        public IList<string> Shapes { get; private set; }

        internal bool IsCalled(string name)
        {
            return name == Name || name == OtherName;
        }

        /// <summary>
        /// The blendshape of a name: that very name, else one that ends with it behind a dot, as some exporters put the name of
        /// the deformer in front. -1 for none.
        /// </summary>
        internal int Shape(string name)
        {
            int exact = Shapes.IndexOf(name);
            if (exact >= 0)
                return exact;
            for (int i = 0; i < Shapes.Count; i++)
                if (Shapes[i].EndsWith("." + name, System.StringComparison.Ordinal))
                    return i;
            return -1;
        }
    }
}
