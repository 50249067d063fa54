using UnityEditor;
using UnityEditor.SceneManagement;
using UnityEngine;
using UnityEngine.SceneManagement;

namespace Koekata.Editor
{
    /// <summary>
    /// Keeps the scene clean while characters move outside play mode: they go back to how they stand before anything is saved,
    /// and the preview ends when play mode begins.
    /// </summary>
    [InitializeOnLoad]
    internal static class PreviewGuard
    {
        const double EverySeconds = 0.25;

        static KoekataFace[] known = new KoekataFace[0];
        static double next;

        static PreviewGuard()
        {
            EditorApplication.update += Advance;
            EditorApplication.playModeStateChanged += Changed;
            EditorSceneManager.sceneSaving += Saving;
            PrefabStage.prefabSaving += Saving;
        }

        // Outside play mode Unity goes on only when something asks for it.
        static void Advance()
        {
            if (EditorApplication.isPlaying)
                return;
            // Looking through all that is loaded takes time in large projects.
            if (EditorApplication.timeSinceStartup >= next)
            {
                next = EditorApplication.timeSinceStartup + EverySeconds;
                known = Resources.FindObjectsOfTypeAll<KoekataFace>();
            }
            foreach (KoekataFace face in known)
            {
                if (!face || !face.Preview || !face.isActiveAndEnabled)
                    continue;
                EditorApplication.QueuePlayerLoopUpdate();
                return;
            }
        }

        static void Changed(PlayModeStateChange change)
        {
            if (change != PlayModeStateChange.ExitingEditMode)
                return;
            foreach (KoekataFace face in Resources.FindObjectsOfTypeAll<KoekataFace>())
                face.Preview = false;
            foreach (KoekataReceiver receiver in Resources.FindObjectsOfTypeAll<KoekataReceiver>())
                receiver.Preview = false;
        }

        static void Saving(Scene scene, string path)
        {
            RestoreAll();
        }

        static void Saving(GameObject prefab)
        {
            RestoreAll();
        }

        // The next frame moves them again.
        static void RestoreAll()
        {
            if (EditorApplication.isPlaying)
                return;
            foreach (KoekataFace face in Resources.FindObjectsOfTypeAll<KoekataFace>())
                face.Restore();
            foreach (KoekataHead head in Resources.FindObjectsOfTypeAll<KoekataHead>())
                head.Restore();
        }
    }
}
