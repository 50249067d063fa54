using System;
using System.Collections.Generic;

namespace Koekata.Editing
{
    /// <summary>A new table that takes over another one.</summary>
    public static class ExtendingTable
    {
        /// <summary>
        /// The text of a table at <paramref name="path"/> that extends the one at <paramref name="below"/>. Both are paths with "/"
        /// from the same folder, such as that of a project.
        /// </summary>
        public static string Text(string path, string below, string name)
        {
            return "{\n  \"version\": 1,\n  \"name\": " + JsonWriter.Quoted(name) + ",\n  \"extends\": " +
                JsonWriter.Quoted(Link(path, below)) + ",\n  \"rows\": []\n}\n";
        }

        // Up to the folder that both are in, and down again.
        static string Link(string path, string below)
        {
            string[] from = path.Split('/'), to = below.Split('/');
            int shared = 0;
            while (shared < from.Length - 1 && shared < to.Length - 1 && from[shared] == to[shared])
                shared++;
            var parts = new List<string>();
            for (int i = shared; i < from.Length - 1; i++)
                parts.Add("..");
            parts.AddRange(new ArraySegment<string>(to, shared, to.Length - shared));
            return string.Join("/", parts.ToArray());
        }
    }
}
