using System.Collections.Generic;

namespace Koekata.Editing
{
    /// <summary>A model as far as names go.</summary>
    public sealed class ModelNames
    {
        /// <summary>A model without shapes.</summary>
        public ModelNames(string file, string form)
        {
            File = file;
            Form = form;
            Morphs = new List<ModelShape>();
            Expressions = new List<ModelShape>();
        }

        /// <summary>Its file, or its name.</summary>
        public string File { get; private set; }

        /// <summary>`VRM 0.x`, `VRM 1.0` or anything else.</summary>
        public string Form { get; private set; }

        /// <summary>The blendshapes, each name once.</summary>
        public List<ModelShape> Morphs { get; private set; }

        /// <summary>The VRM expressions.</summary>
        public List<ModelShape> Expressions { get; private set; }

        /// <summary>Adds a blendshape of a mesh, be it one more of the same name; the mesh may be empty.</summary>
        public void AddMorph(string mesh, string name)
        {
            ModelShape shape = Morphs.Find(known => known.Name == name);
            if (shape == null)
                Morphs.Add(shape = ModelShape.Morph(name));
            if (mesh.Length > 0 && !shape.Meshes.Contains(mesh))
                shape.Meshes.Add(mesh);
        }
    }
}
