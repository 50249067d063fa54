using System;
using System.Collections.Generic;
using System.IO;
using Koekata.Mapping;
using UnityEditor;
using UnityEditor.AssetImporters;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>
    /// Makes a <see cref="KoekataMapping"/> of every file *.koekata.json. The asset holds the whole chain of `extends`, and is
    /// made anew when any file of it changes. A file with faults leaves the last good table in force.
    /// </summary>
    [ScriptedImporter(Version, new[] { Ending }, new[] { "json" })]
    public sealed class KoekataMappingImporter : ScriptedImporter
    {
        internal const string Ending = "koekata.json";
        const int Version = 1;
        const string LastGood = "Library/Koekata/LastGood";

        /// <inheritdoc/>
        public override void OnImportAsset(AssetImportContext ctx)
        {
            var import = new TableImport(ctx.assetPath, new ProjectTables(Path.GetFullPath));
            for (int i = 1; i < import.Asked.Count; i++)
                if (IsInProject(import.Asked[i]))
                    ctx.DependsOnSourceAsset(import.Asked[i]);
            var mapping = ScriptableObject.CreateInstance<KoekataMapping>();
            ctx.AddObjectToAsset("mapping", mapping);
            ctx.SetMainObject(mapping);
            string kept = Path.Combine(LastGood, AssetDatabase.AssetPathToGUID(ctx.assetPath) + ".txt");
            if (import.Faults.Count == 0)
                Take(ctx, mapping, import, kept);
            else
                KeepLastGood(ctx, mapping, import, kept);
        }

        static void Take(AssetImportContext ctx, KoekataMapping mapping, TableImport import, string kept)
        {
            var texts = new List<string>();
            for (int i = 0; i < import.Paths.Count; i++)
                texts.Add(import.Text(i));
            mapping.Fill(ctx.assetPath, Revision(texts), Chain(import.Paths, texts), new MappingFault[0], false);
            try
            {
                KeptTables.Save(kept, import.Paths, texts);
            }
            catch (Exception failure) when (failure is IOException || failure is UnauthorizedAccessException)
            {
                ctx.LogImportWarning("This table could not be kept for the case that a later edit is bad: " + failure.Message, mapping);
            }
        }

        static void KeepLastGood(AssetImportContext ctx, KoekataMapping mapping, TableImport import, string kept)
        {
            var faults = new List<MappingFault>();
            foreach (Fault fault in import.Faults)
            {
                faults.Add(new MappingFault(fault));
                ctx.LogImportError(fault.ToString(), mapping);
            }
            var paths = new List<string>();
            var texts = new List<string>();
            bool found = KeptTables.TryLoad(kept, paths, texts);
            mapping.Fill(ctx.assetPath, Revision(texts), found ? Chain(paths, texts) : new MappingFileText[0], faults.ToArray(), found);
        }

        static MappingFileText[] Chain(IList<string> paths, IList<string> texts)
        {
            var chain = new MappingFileText[paths.Count];
            for (int i = 0; i < chain.Length; i++)
                chain[i] = new MappingFileText(paths[i], texts[i]);
            return chain;
        }

        static string Revision(List<string> texts)
        {
            return Hash128.Compute(string.Join("\0", texts.ToArray())).ToString();
        }

        static bool IsInProject(string path)
        {
            return path.StartsWith("Assets/", StringComparison.Ordinal) || path.StartsWith("Packages/", StringComparison.Ordinal);
        }
    }
}
