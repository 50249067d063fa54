using System;
using System.Collections.Generic;
using Koekata.Mapping;

namespace Koekata.Editing
{
    /// <summary>Where a new property stands: a section in the order of the specification, a note last, all else at the end.</summary>
    internal static class PropertyOrder
    {
        static readonly string[] Sections =
        {
            "$schema", "extends", "version", "name", "metadata", "implicit_target", "inputs", "eyes", "signals", "conditions",
            "targets", "rows", "switches", "groups", "regions", "lost"
        };

        internal static int Place(JsonNode holder, string name)
        {
            List<string> names = holder.Members.Names;
            if (holder.Pointer.Length == 0)
                return PlaceOfSection(names, name);
            bool noteIsLast = names.Count > 1 && names[names.Count - 1] == "note";
            return noteIsLast ? names.Count - 1 : names.Count;
        }

        // Behind the last of those that come before it: a file of another order keeps its own.
        static int PlaceOfSection(List<string> names, string name)
        {
            int rank = Array.IndexOf(Sections, name);
            int last = names.FindLastIndex(other => Array.IndexOf(Sections, other) < rank);
            return rank < 0 ? names.Count : last + 1;
        }
    }
}
