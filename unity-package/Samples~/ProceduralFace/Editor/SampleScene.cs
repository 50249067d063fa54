using UnityEditor;
using UnityEditor.SceneManagement;
using UnityEngine;

namespace Koekata.Samples
{
    /// <summary>Makes the scene of the sample: a camera, a receiver, and the face with its table.</summary>
    public static class SampleScene
    {
        const string Table = "face.koekata.json";

        /// <summary>Makes a new scene, after asking whether the one that is open shall be saved.</summary>
        [MenuItem("Window/Koekata Samples/Procedural Face Scene")]
        public static void Make()
        {
            if (!EditorSceneManager.SaveCurrentModifiedScenesIfUserWantsTo())
                return;
            EditorSceneManager.NewScene(NewSceneSetup.DefaultGameObjects, NewSceneMode.Single);
            var receiver = new GameObject("Koekata Receiver").AddComponent<KoekataReceiver>();
            KoekataFace face = MakeFace(receiver);
            PlaceCamera(Camera.main, face.transform);
            Selection.activeGameObject = face.gameObject;
            if (!face.Mapping)
                Debug.LogWarning("The sample's table " + Table + " was not found: drag a mapping table into the face.", face);
        }

        static KoekataFace MakeFace(KoekataReceiver receiver)
        {
            var character = new GameObject("Character");
            // The table turns the bone of this name.
            var drawn = new GameObject("Face");
            drawn.transform.SetParent(character.transform, false);
            drawn.AddComponent<SkinnedMeshRenderer>();
            drawn.AddComponent<ProceduralFace>();
            KoekataFace face = character.AddComponent<KoekataFace>();
            face.Receiver = receiver;
            face.Mapping = FindTable();
            return face;
        }

        static KoekataMapping FindTable()
        {
            foreach (string guid in AssetDatabase.FindAssets("t:KoekataMapping"))
            {
                string path = AssetDatabase.GUIDToAssetPath(guid);
                if (path.EndsWith("Face/" + Table, System.StringComparison.Ordinal))
                    return AssetDatabase.LoadAssetAtPath<KoekataMapping>(path);
            }
            return null;
        }

        // In front of the face, which looks along z.
        static void PlaceCamera(Camera camera, Transform character)
        {
            if (!camera)
                return;
            camera.transform.position = character.position + new Vector3(0f, 0f, 3.5f);
            camera.transform.rotation = new Quaternion(0f, 1f, 0f, 0f);
        }
    }
}
