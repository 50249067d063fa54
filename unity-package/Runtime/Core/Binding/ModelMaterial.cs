using System.Collections.Generic;

namespace Koekata.Binding
{
    /// <summary>A material in one place of one renderer.</summary>
    public sealed class ModelMaterial
    {
        /// <summary>A material, without properties yet.</summary>
        public ModelMaterial(string name, string mainTexture)
        {
            Name = name;
            MainTexture = mainTexture;
            Numbers = new List<string>();
            Vectors = new List<string>();
            Textures = new List<string>();
        }

        /// <summary>The name that tables know.</summary>
        public string Name { get; private set; }

        /// <summary>The property of its main texture.</summary>
        public string MainTexture { get; private set; }

        /// <summary>Properties that are one number.</summary>
        public IList<string> Numbers { get; private set; }

        /// <summary>Properties that are a colour or four numbers.</summary>
        public IList<string> Vectors { get; private set; }

        /// <summary>Properties that are textures.</summary>
        public IList<string> Textures { get; private set; }
    }
}
