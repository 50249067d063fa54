using UnityEngine;
using UnityEngine.Playables;
using UnityEngine.Timeline;

namespace Koekata
{
    /// <summary>
    /// Plays recorded performances through the mapping table of a face, so that a performance can be mapped anew after it was
    /// captured.
    /// </summary>
    [TrackColor(0.9f, 0.45f, 0.55f)]
    [TrackClipType(typeof(KoekataClip))]
    [TrackBindingType(typeof(KoekataFace))]
    [KoekataHelp("timeline")]
    public sealed class KoekataTrack : TrackAsset
    {
        [SerializeField, Min(0), Tooltip("Seconds that are gone through after a jump, so that holds, fades and eased shapes are right.")]
        float preRoll = 5f;

        /// <summary>Seconds that are gone through after a jump.</summary>
        public float PreRoll
        {
            get { return preRoll; }
            set { preRoll = System.Math.Max(0f, value); }
        }

        /// <inheritdoc/>
        public override Playable CreateTrackMixer(PlayableGraph graph, GameObject go, int inputCount)
        {
            ScriptPlayable<KoekataMixer> mixer = ScriptPlayable<KoekataMixer>.Create(graph, inputCount);
            mixer.GetBehaviour().Begin(GetClips(), preRoll);
            return mixer;
        }
    }
}
