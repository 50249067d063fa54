using System.Collections.Generic;
using System.IO;
using UnityEditor;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>
    /// Takes a table over as soon as it is saved, also while another program has the keyboard: the editor itself looks at files
    /// only when it is clicked. It looks at those of characters that move, four times a second.
    /// </summary>
    [InitializeOnLoad]
    internal static class MappingHotReload
    {
        const double EverySeconds = 0.25;

        static readonly Dictionary<string, long> seen = new Dictionary<string, long>();
        static double next;

        static MappingHotReload()
        {
            EditorApplication.update += Look;
        }

        static void Look()
        {
            if (EditorApplication.timeSinceStartup < next)
                return;
            next = EditorApplication.timeSinceStartup + EverySeconds;
            foreach (KoekataFace face in Resources.FindObjectsOfTypeAll<KoekataFace>())
                if (!EditorUtility.IsPersistent(face) && face.Mapping && (face.Preview || EditorApplication.isPlaying))
                    Look(face.Mapping);
        }

        static void Look(KoekataMapping mapping)
        {
            string path = AssetDatabase.GetAssetPath(mapping);
            if (string.IsNullOrEmpty(path))
                return;
            bool changed = Changed(path);
            foreach (MappingFileText file in mapping.Files)
                changed |= Changed(file.Path);
            if (changed)
                AssetDatabase.ImportAsset(path, ImportAssetOptions.ForceUpdate);
        }

        static bool Changed(string path)
        {
            long now = File.GetLastWriteTimeUtc(Path.GetFullPath(path)).Ticks, before;
            bool known = seen.TryGetValue(path, out before);
            seen[path] = now;
            return known && before != now;
        }
    }
}
