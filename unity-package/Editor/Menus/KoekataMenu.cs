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
            // The menu of the hierarchy tells the object, once for each that is selected; the menu bar tells none.
            var model = command.context as GameObject;
            if (!model)
                model = Selection.activeGameObject;
            if (!model || EditorUtility.IsPersistent(model))
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
            return Selection.activeGameObject && !EditorUtility.IsPersistent(Selection.activeGameObject);
        }

        [MenuItem("Assets/Create/Koekata/Mapping Table")]
        static void MakeTable()
        {
            string selected = Selection.activeObject ? AssetDatabase.GetAssetPath(Selection.activeObject) : "";
            string path = AssetDatabase.GenerateUniqueAssetPath(MappingPaths.Folder(selected) + "/New table." + KoekataMappingImporter.Ending);
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
