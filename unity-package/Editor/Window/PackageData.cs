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

        /// <inheritdoc/>
        public string Read(string path)
        {
            var text = AssetDatabase.LoadAssetAtPath<TextAsset>(Folder + "Data/" + path);
            return text ? text.text : null;
        }

        internal static StyleSheet Style()
        {
            return AssetDatabase.LoadAssetAtPath<StyleSheet>(Folder + "Window/koekata.uss");
        }
    }
}
