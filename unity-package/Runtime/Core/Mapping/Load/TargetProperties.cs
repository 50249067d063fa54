using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Which properties of a target belong to which kinds.</summary>
    internal static class TargetProperties
    {
        internal static readonly string[] Address =
        {
            "name", "mesh", "bone", "property", "axis", "material", "component", "count",
        };

        /// <summary>The VRM categories, and the property of an expression that overrides each.</summary>
        internal static readonly KeyValuePair<string, string>[] Overrides =
        {
            new KeyValuePair<string, string>("blink", "override_blink"),
            new KeyValuePair<string, string>("look_at", "override_look_at"),
            new KeyValuePair<string, string>("mouth", "override_mouth"),
        };

        static readonly KeyValuePair<string, string[]>[] OfKind =
        {
            Kind("morph", "name", "mesh"),
            Kind("expression", "name", "binary", "override_blink", "override_look_at", "override_mouth"),
            Kind("bone", "bone", "property", "axis"),
            Kind("material", "material", "property", "component"),
            Kind("uv", "material", "property", "axis"),
            Kind("sprite", "name", "count"),
            Kind("event", "name", "on", "off"),
        };

        /// <summary>The kinds that a property belongs to; none for what every kind has.</summary>
        internal static List<string> OwnersOf(string property)
        {
            var owners = new List<string>();
            foreach (KeyValuePair<string, string[]> kind in OfKind)
                if (Array.IndexOf(kind.Value, property) >= 0)
                    owners.Add(kind.Key);
            return owners;
        }

        /// <summary>Stated, or known from the preset's name.</summary>
        internal static string CategoryOf(Fields fields, string id, string kind)
        {
            if (fields.Has("category") || kind != "expression")
                return fields.TextOr("category", "none");
            return VrmPresets.CategoryOf(fields.TextOr("name", id));
        }

        static KeyValuePair<string, string[]> Kind(string kind, params string[] names)
        {
            return new KeyValuePair<string, string[]>(kind, names);
        }
    }
}
