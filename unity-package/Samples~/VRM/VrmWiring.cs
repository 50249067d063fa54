using UnityEngine;

namespace Koekata.Samples
{
    /// <summary>
    /// Puts what Koekata needs on a VRM 1.0 character: one that stands in the scene, or one that the program has loaded at run
    /// time and hands to <see cref="Wire"/>.
    /// </summary>
    [AddComponentMenu("Koekata/Samples/VRM Wiring")]
    public sealed class VrmWiring : MonoBehaviour
    {
        [SerializeField, Tooltip("A character in the scene; empty where one is loaded later.")]
        GameObject character;

        [SerializeField, Tooltip("A table for VRM, such as the preset vrm1.")]
        KoekataMapping mapping;

        [SerializeField, Tooltip("Where the performer's face comes from.")]
        KoekataReceiver receiver;

        [SerializeField, Min(0), Tooltip("The performer's number in the stream.")]
        int performer;

        void Start()
        {
            if (character)
                Wire(character);
        }

        /// <summary>Adds the expressions and the face to a character; one that has them already is only given the settings.</summary>
        public KoekataFace Wire(GameObject loaded)
        {
            // First the expressions: the face looks for them when it begins.
            if (!loaded.GetComponent<KoekataVrm10>())
                loaded.AddComponent<KoekataVrm10>();
            KoekataFace face = loaded.GetComponent<KoekataFace>();
            if (!face)
                face = loaded.AddComponent<KoekataFace>();
            face.Receiver = receiver;
            face.Performer = performer;
            face.Mapping = mapping;
            face.Refresh();
            return face;
        }
    }
}
