using System;
using System.Collections.Generic;
using System.IO;
using Koekata.Editing;
using UnityEditor;
using UnityEngine;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>The files of the package that the editor reads: tables of names, presets, the schema and the style of the window.</summary>
    internal sealed class PackageData : IDraftData
    {
        const string Folder = "Packages/com.koekata.unity/Editor/";
        const string PresetFolder = "Packages/com.koekata.unity/Presets/";
        const string PresetEnding = "." + KoekataMappingImporter.Ending;

        /// <inheritdoc/>
        public string Read(string path)
        {
            var text = AssetDatabase.LoadAssetAtPath<TextAsset>(Folder + "Data/" + path);
            return text ? text.text : null;
        }

        /// <summary>The presets by name. They are looked for as files: not every editor takes those of a package for tables.</summary>
        internal static List<string> Presets()
        {
            var found = new List<string>();
            string folder = Path.GetFullPath(PresetFolder);
            if (Directory.Exists(folder))
                foreach (string file in Directory.GetFiles(folder, "*" + PresetEnding))
                    found.Add(Path.GetFileName(file).Replace(PresetEnding, ""));
            found.Sort(StringComparer.Ordinal);
            return found;
        }

        /// <summary>Where a preset is in the project.</summary>
        internal static string PresetPath(string name)
        {
            return PresetFolder + name + PresetEnding;
        }

        internal static StyleSheet Style()
        {
            return AssetDatabase.LoadAssetAtPath<StyleSheet>(Folder + "Window/koekata.uss");
        }
    }
}
