using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Paths with "/", the same on every system.</summary>
    internal static class SlashPaths
    {
        /// <summary>The path without detours.</summary>
        internal static string Normalise(string path)
        {
            var parts = new List<string>();
            foreach (string part in path.Split('/'))
            {
                if (part == "" || part == ".")
                    continue;
                bool back = part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..";
                if (back)
                    parts.RemoveAt(parts.Count - 1);
                else
                    parts.Add(part);
            }
            return (path.StartsWith("/", StringComparison.Ordinal) ? "/" : "") + string.Join("/", parts.ToArray());
        }

        /// <summary>What a link in a file names.</summary>
        internal static string Resolve(string from, string link)
        {
            if (link.StartsWith("/", StringComparison.Ordinal))
                return Normalise(link);
            return Normalise(from.Substring(0, from.LastIndexOf('/') + 1) + link);
        }
    }
}
