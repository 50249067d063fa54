using System;
using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Binding
{
    /// <summary>Looks properties and textures of materials up in a model.</summary>
    internal sealed class MaterialPlan
    {
        readonly ModelParts model;
        readonly List<MaterialBinding> properties;
        readonly List<UvBinding> textures;

        internal MaterialPlan(ModelParts model, List<MaterialBinding> properties, List<UvBinding> textures)
        {
            this.model = model;
            this.properties = properties;
            this.textures = textures;
        }

        /// <summary>Notes what drives a property; says what is missing, or null.</summary>
        internal string Property(int place, TargetAddress address)
        {
            bool isNumber = address.Component == "value";
            return Each(address.Material, material =>
            {
                IList<string> known = isNumber ? material.Numbers : material.Vectors;
                return known.Contains(address.Property)
                    ? null
                    : PlanMaker.Nothing((isNumber ? "number" : "colour") + " in the material \"" + material.Name + "\" named",
                        address.Property, known);
            }, slot => Bind(slot, address.Property, isNumber).Targets[isNumber ? 0 : Component(address)] = place);
        }

        /// <summary>The same for the shift of a texture.</summary>
        internal string Texture(int place, TargetAddress address)
        {
            return Each(address.Material, material =>
                address.Property == null || material.Textures.Contains(address.Property)
                    ? null
                    : PlanMaker.Nothing("texture in the material \"" + material.Name + "\" named", address.Property, material.Textures),
                slot => Shift(slot, address.Property ?? model.Materials[slot].MainTexture, address.Axis, place));
        }

        /// <summary>Every place that has the material; the last complaint where none of them will do.</summary>
        string Each(string name, Func<ModelMaterial, string> complaint, Action<int> bind)
        {
            string said = null;
            bool bound = false;
            for (int slot = 0; slot < model.Materials.Count; slot++)
            {
                if (model.Materials[slot].Name != name)
                    continue;
                string wrong = complaint(model.Materials[slot]);
                if (wrong != null)
                {
                    said = wrong;
                    continue;
                }
                bind(slot);
                bound = true;
            }
            return bound ? null : said ?? PlanMaker.Nothing("material", name, Names());
        }

        MaterialBinding Bind(int slot, string property, bool isNumber)
        {
            MaterialBinding found = properties.Find(entry => entry.Material == slot && entry.Property == property);
            if (found == null)
                properties.Add(found = new MaterialBinding(slot, property, isNumber));
            return found;
        }

        void Shift(int slot, string texture, string axis, int place)
        {
            UvBinding found = textures.Find(entry => entry.Material == slot && entry.Texture == texture);
            if (found == null)
                textures.Add(found = new UvBinding(slot, texture));
            if (axis == "u")
                found.U = place;
            else
                found.V = place;
        }

        static int Component(TargetAddress address)
        {
            return "rgba".IndexOf(address.Component, StringComparison.Ordinal);
        }

        IEnumerable<string> Names()
        {
            var names = new HashSet<string>();
            foreach (ModelMaterial material in model.Materials)
                names.Add(material.Name);
            return names;
        }
    }
}
