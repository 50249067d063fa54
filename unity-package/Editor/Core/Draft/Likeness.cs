using System.Linq;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>Whether two values say the same, whatever the order of their properties.</summary>
    internal static class Likeness
    {
        internal static bool Same(JsonValue a, JsonValue b)
        {
            if (a.Kind != b.Kind)
                return false;
            if (a.Kind == JsonKind.Object)
                return a.Names.Count == b.Names.Count && a.Names.All(name => b[name] != null && Same(a[name], b[name]));
            if (a.Kind == JsonKind.Array)
                return a.Items.Count == b.Items.Count && a.Items.Zip(b.Items, Same).All(same => same);
            return a.ToString() == b.ToString();
        }
    }
}
