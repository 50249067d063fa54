using System.Collections.Generic;

namespace Koekata.Binding
{
    /// <summary>What a model has that a table can drive, by name. Indices of a plan are places in these lists.</summary>
    public sealed class ModelParts
    {
        /// <summary>A model without parts.</summary>
        public ModelParts()
        {
            Meshes = new List<ModelMesh>();
            Bones = new List<string>();
            Materials = new List<ModelMaterial>();
            Drawings = new List<string>();
        }

        /// <summary>Meshes with blendshapes.</summary>
        public IList<ModelMesh> Meshes { get; private set; }

        /// <summary>Bones; of two with one name the first counts.</summary>
        public IList<string> Bones { get; private set; }

        /// <summary>Every place of every renderer that has a material.</summary>
        public IList<ModelMaterial> Materials { get; private set; }

        /// <summary>Sets of drawings, for sprites.</summary>
        public IList<string> Drawings { get; private set; }

        /// <summary>VRM expressions; null where nothing on the model can show them.</summary>
        public IList<string> Expressions { get; set; }
    }
}
