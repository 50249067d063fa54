using System;
using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Binding
{
    /// <summary>Looks targets up in a model.</summary>
    internal sealed class PlanMaker
    {
        internal readonly List<MorphBinding> Morphs = new List<MorphBinding>();
        internal readonly List<BoneBinding> Bones = new List<BoneBinding>();
        internal readonly List<MaterialBinding> Materials = new List<MaterialBinding>();
        internal readonly List<UvBinding> Uvs = new List<UvBinding>();
        internal readonly List<NamedBinding> Drawings = new List<NamedBinding>();
        internal readonly List<NamedBinding> Expressions = new List<NamedBinding>();
        internal readonly List<MissingTarget> Missing = new List<MissingTarget>();
        readonly ModelParts model;
        readonly MaterialPlan materials;
        readonly List<string> ids = new List<string>();

        internal PlanMaker(ModelParts model)
        {
            this.model = model;
            materials = new MaterialPlan(model, Materials, Uvs);
        }

        internal void Add(int place, Target target)
        {
            ids.Add(target.Id);
            string fault = Find(place, target);
            if (fault != null)
                Missing.Add(new MissingTarget(target.Id, fault));
        }

        /// <summary>Notes what drives what; says what is missing, or null.</summary>
        string Find(int place, Target target)
        {
            switch (target.Kind)
            {
                case TargetKind.Morph:
                    return Morph(place, target.Address);
                case TargetKind.Bone:
                    return Bone(place, target.Address);
                case TargetKind.Material:
                    return materials.Property(place, target.Address);
                case TargetKind.Uv:
                    return materials.Texture(place, target.Address);
                case TargetKind.Sprite:
                    return Named(place, target.Address.Name, model.Drawings, Drawings, "set of drawings (a Koekata Drawings component)");
                case TargetKind.Expression:
                    return Expression(place, target.Address.Name);
                default:
                    return null;
            }
        }

        string Morph(int place, TargetAddress address)
        {
            int before = Morphs.Count;
            bool meshFound = false;
            int taken = -1;
            for (int i = 0; i < model.Meshes.Count; i++)
            {
                int mesh = i;
                if (address.Mesh != null && !model.Meshes[mesh].IsCalled(address.Mesh))
                    continue;
                meshFound = true;
                int shape = model.Meshes[mesh].Shape(address.Name);
                MorphBinding other = shape < 0 ? null : Morphs.Find(entry => entry.Mesh == mesh && entry.Shape == shape);
                if (other != null)
                    taken = other.Target;
                else if (shape >= 0)
                    Morphs.Add(new MorphBinding(place, mesh, shape));
            }
            if (taken >= 0)
                return "\"" + ids[taken] + "\" drives it already, and counts. Let the rows of both drive one target";
            if (Morphs.Count > before)
                return null;
            if (address.Mesh != null && !meshFound)
                return Nothing("mesh with blendshapes", address.Mesh, MeshNames());
            string where = address.Mesh == null ? "" : " of the mesh \"" + address.Mesh + "\"";
            return Nothing("blendshape" + where, address.Name, ShapeNames(address.Mesh));
        }

        string Bone(int place, TargetAddress address)
        {
            int bone = model.Bones.IndexOf(address.Bone);
            if (bone < 0)
                return Nothing("bone", address.Bone, model.Bones);
            BoneBinding binding = Bones.Find(entry => entry.Bone == bone);
            if (binding == null)
                Bones.Add(binding = new BoneBinding(bone));
            binding.Of(address.Property)["xyz".IndexOf(address.Axis, StringComparison.Ordinal)] = place;
            return null;
        }

        string Expression(int place, string name)
        {
            if (model.Expressions == null)
                return "nothing on this model shows the VRM expression \"" + name + "\". Add the component Koekata VRM 1.0 or Koekata " +
                    "VRM 0.x, or drive blendshapes (`\"implicit_target\": \"morph\"`)";
            return Named(place, name, model.Expressions, Expressions, "VRM expression");
        }

        static string Named(int place, string name, IList<string> parts, List<NamedBinding> bindings, string what)
        {
            int part = parts.IndexOf(name);
            for (int i = 0; part < 0 && i < parts.Count; i++)
                if (string.Equals(parts[i], name, StringComparison.OrdinalIgnoreCase))
                    part = i;
            if (part < 0)
                return Nothing(what, name, parts);
            bindings.Add(new NamedBinding(place, part));
            return null;
        }

        internal static string Nothing(string what, string name, IEnumerable<string> known)
        {
            return ("the model has no " + what + " \"" + name + "\". " + Suggestions.For(name, known)).TrimEnd();
        }

        IEnumerable<string> MeshNames()
        {
            var names = new HashSet<string>();
            foreach (ModelMesh mesh in model.Meshes)
            {
                names.Add(mesh.Name);
                names.Add(mesh.OtherName);
            }
            return names;
        }

        IEnumerable<string> ShapeNames(string mesh)
        {
            var names = new HashSet<string>();
            foreach (ModelMesh entry in model.Meshes)
                if (mesh == null || entry.IsCalled(mesh))
                    names.UnionWith(entry.Shapes);
            return names;
        }
    }
}
