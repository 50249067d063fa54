using System.IO;
using System.Text;
using Koekata.Editing;
using UnityEditor;
using UnityEngine;

namespace Koekata.Editor
{
    /// <summary>What the menus of the editor offer: a receiver, a face on the selected model, a new table.</summary>
    internal static class KoekataMenu
    {
        const string NewTable = "{\n  \"version\": 1,\n  \"name\": \"New table\",\n  \"rows\": [\n" +
            "    {\"id\": \"jawOpen\", \"from\": \"jawOpen\", \"to\": \"jawOpen\"}\n  ]\n}\n";

        [MenuItem("GameObject/Koekata/Receiver", false, 10)]
        static void MakeReceiver(MenuCommand command)
        {
            Selection.activeObject = Receiver().gameObject;
        }

        [MenuItem("GameObject/Koekata/Set Up Face", false, 11)]
        static void SetUpFace(MenuCommand command)
        {
            var model = command.context as GameObject;
            if (!model)
                return;
            var face = model.GetComponent<KoekataFace>();
            if (!face)
                face = Undo.AddComponent<KoekataFace>(model);
            Undo.RecordObject(face, "Set Up Face");
            if (!face.Receiver)
                face.Receiver = Receiver();
            EditorUtility.SetDirty(face);
            KoekataWindow.Open(face);
        }

        [MenuItem("GameObject/Koekata/Set Up Face", true)]
        static bool CanSetUpFace()
        {
            return Selection.activeGameObject;
        }

        [MenuItem("Assets/Create/Koekata/Mapping Table")]
        static void MakeTable()
        {
            string folder = Selection.activeObject ? AssetDatabase.GetAssetPath(Selection.activeObject) : "";
            if (!Directory.Exists(folder))
                folder = string.IsNullOrEmpty(folder) ? "Assets" : Path.GetDirectoryName(folder);
            string path = AssetDatabase.GenerateUniqueAssetPath(folder + "/New table." + KoekataMappingImporter.Ending);
            WholeFile.Write(Path.GetFullPath(path), new UTF8Encoding(false).GetBytes(NewTable));
            AssetDatabase.ImportAsset(path);
            Selection.activeObject = AssetDatabase.LoadMainAssetAtPath(path);
        }

        /// <summary>The receiver of the scene, made where there is none.</summary>
        static KoekataReceiver Receiver()
        {
            foreach (KoekataReceiver known in Resources.FindObjectsOfTypeAll<KoekataReceiver>())
                if (!EditorUtility.IsPersistent(known))
                    return known;
            var made = new GameObject("Koekata Receiver");
            Undo.RegisterCreatedObjectUndo(made, "Koekata Receiver");
            return made.AddComponent<KoekataReceiver>();
        }
    }
}
