using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Makes targets, declared or not.</summary>
    internal sealed class TargetBuilder
    {
        readonly Merged merged;
        readonly Dictionary<string, string> regions = new Dictionary<string, string>();
        readonly TargetKind undeclared;

        internal TargetBuilder(Merged merged)
        {
            this.merged = merged;
            string kind = merged.Fields("table", merged.Properties).Text("implicit_target");
            // Where undeclared targets are an error there are none.
            undeclared = kind == "expression" ? TargetKind.Expression : TargetKind.Morph;
            foreach (Entry row in merged["rows"])
                if (row.Find("region") != null)
                    regions[row.Find("to").Text] = row.Find("region").Text;
        }

        internal List<Target> Build()
        {
            return References.TargetIds(merged).ConvertAll(Build);
        }

        Target Build(string id)
        {
            Entry entry = merged["targets"].Find(id);
            Fields fields = entry == null ? merged.Fields("target", new JsonObject()) : merged.Fields("target", entry);
            TargetKind kind = entry == null ? undeclared : FormulaBuilder.Word<TargetKind>(fields.Text("kind"));
            string region;
            regions.TryGetValue(id, out region);
            var target = new Target(id, kind, Address(id, kind, fields));
            target.Rest = fields.NumberOr("rest", kind == TargetKind.Bone && target.Address.Property == "scale" ? 1.0 : 0.0);
            target.Region = fields.TextOr("region", region);
            target.Limits = fields.Has("range") ? FormulaBuilder.BuildLimits(fields["range"]) : Range(kind, target.Address.Count);
            target.Combine = FormulaBuilder.Word<Combine>(fields.Text("combine"));
            target.On = fields.Number("on");
            target.Off = fields.NumberOr("off", target.On);
            AddVrm(target, fields);
            return target;
        }

        static void AddVrm(Target target, Fields fields)
        {
            bool expression = target.Kind == TargetKind.Expression;
            target.Category = TargetProperties.CategoryOf(fields, target.Id, expression ? "expression" : "");
            target.Binary = fields.Flag("binary");
            target.Overrides = new string[TargetProperties.Overrides.Length];
            for (int i = 0; i < target.Overrides.Length; i++)
                target.Overrides[i] = fields.Text(TargetProperties.Overrides[i].Value);
        }

        static TargetAddress Address(string id, TargetKind kind, Fields fields)
        {
            bool named = kind != TargetKind.Bone && kind != TargetKind.Material && kind != TargetKind.Uv;
            return new TargetAddress
            {
                Name = fields.TextOr("name", named ? id : null),
                Mesh = fields.TextOr("mesh", null),
                Bone = fields.TextOr("bone", null),
                Property = fields.TextOr("property", null),
                Axis = fields.TextOr("axis", null),
                Material = fields.TextOr("material", null),
                Component = kind == TargetKind.Material ? fields.Text("component") : null,
                Count = (int)fields.NumberOr("count", 0.0),
            };
        }

        static Limits Range(TargetKind kind, int count)
        {
            if (kind == TargetKind.Sprite)
                return new Limits(0.0, count - 1);
            return kind == TargetKind.Morph || kind == TargetKind.Expression ? new Limits(0.0, 1.0) : Limits.None;
        }
    }
}
