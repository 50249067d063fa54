using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Checks for what cannot stand together in a target.</summary>
    internal static class TargetCheck
    {
        internal static void Check(Entry entry, Fields fields)
        {
            string kind = fields.Text("kind");
            foreach (string name in fields.Nodes.Names)
                CheckProperty(fields, name, kind);
            CheckAddress(fields, kind);
            if ((kind == "sprite" || kind == "event") && fields.TextOr("category", "none") != "none")
                Note(fields, "category", "VRM dampens no " + kind, "Remove \"category\".");
            CheckOwnCategory(fields, TargetProperties.CategoryOf(fields, entry.Id, kind));
        }

        static void CheckProperty(Fields fields, string name, string kind)
        {
            List<string> owners = TargetProperties.OwnersOf(name);
            if (owners.Count == 0 || owners.Contains(kind))
                return;
            string message = "\"" + name + "\" says nothing for the kind " + kind;
            Note(fields, name, message, "It belongs to: " + string.Join(", ", owners.ToArray()) + ".");
        }

        static void CheckAddress(Fields fields, string kind)
        {
            string axes = kind == "bone" ? "xyz" : kind == "uv" ? "uv" : "";
            if (axes.Length > 0 && fields.Has("axis") && axes.IndexOf(fields.Text("axis")[0]) < 0)
                Note(fields, "axis", "a " + kind + " has no axis " + fields.Text("axis"), "Write one letter of " + axes + ".");
            string property = fields.TextOr("property", "scale");
            if (kind == "bone" && property != "rotation" && property != "translation" && property != "scale")
                Note(fields, "property", "a bone has no property \"" + property + "\"", "Write rotation, translation or scale.");
        }

        static void CheckOwnCategory(Fields fields, string category)
        {
            foreach (KeyValuePair<string, string> way in TargetProperties.Overrides)
                if (way.Key == category && fields.TextOr(way.Value, "none") != "none")
                    Note(
                        fields, way.Value, "an expression of this category cannot have \"" + way.Value + "\"",
                        "VRM 1.0 takes no notice of it; remove it.");
        }

        static void Note(Fields fields, string name, string message, string remedy)
        {
            fields.Nodes[name].Fault(FaultCode.Impossible, message, remedy);
        }
    }
}
