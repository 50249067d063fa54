using System.Collections.Generic;
using System.Collections.ObjectModel;
using Koekata.Mapping;

namespace Koekata.Binding
{
    /// <summary>Which target of a table drives which part of a model. Names are looked up once, here.</summary>
    public sealed class BindingPlan
    {
        /// <summary>Looks every target up in a model.</summary>
        public BindingPlan(MappingTable table, ModelParts model)
        {
            var maker = new PlanMaker(model);
            for (int i = 0; i < table.Targets.Count; i++)
                maker.Add(i, table.Targets[i]);
            Morphs = maker.Morphs.AsReadOnly();
            Bones = maker.Bones.AsReadOnly();
            Materials = maker.Materials.AsReadOnly();
            Uvs = maker.Uvs.AsReadOnly();
            Drawings = maker.Drawings.AsReadOnly();
            Expressions = maker.Expressions.AsReadOnly();
            Missing = maker.Missing.AsReadOnly();
        }

        /// <summary>Blendshapes.</summary>
        public ReadOnlyCollection<MorphBinding> Morphs { get; private set; }

        /// <summary>Bones, each once.</summary>
        public ReadOnlyCollection<BoneBinding> Bones { get; private set; }

        /// <summary>Properties of materials, each once.</summary>
        public ReadOnlyCollection<MaterialBinding> Materials { get; private set; }

        /// <summary>Shifts of textures, each once.</summary>
        public ReadOnlyCollection<UvBinding> Uvs { get; private set; }

        /// <summary>Drawings that switch.</summary>
        public ReadOnlyCollection<NamedBinding> Drawings { get; private set; }

        /// <summary>VRM expressions.</summary>
        public ReadOnlyCollection<NamedBinding> Expressions { get; private set; }

        /// <summary>Targets that the model does not have, in the order of the table.</summary>
        public ReadOnlyCollection<MissingTarget> Missing { get; private set; }

        /// <summary>All that is missing on a model of this name, a line each.</summary>
        public string MissingText(string model)
        {
            var lines = new List<string> { "\"" + model + "\" does not have all that its table drives:" };
            foreach (MissingTarget target in Missing)
                lines.Add("  " + target);
            return string.Join("\n", lines.ToArray());
        }
    }
}
