using System.Collections.Generic;
using Koekata.Takes;
using UnityEngine.Playables;
using UnityEngine.Timeline;

namespace Koekata
{
    /// <summary>Hands the moments of a Timeline to the playback of its clips.</summary>
    internal sealed class KoekataMixer : PlayableBehaviour
    {
        ClipPlayback playback;
        PlayedFace played;

        internal void Begin(IEnumerable<TimelineClip> clips, double preRoll)
        {
            var placed = new List<IPlacedTake>();
            foreach (TimelineClip clip in clips)
                placed.Add(new PlacedClip(clip));
            playback = new ClipPlayback(placed, preRoll);
        }

        /// <inheritdoc/>
        public override void ProcessFrame(Playable playable, FrameData info, object playerData)
        {
            var face = playerData as KoekataFace;
            var director = playable.GetGraph().GetResolver() as PlayableDirector;
            if (played != null && face != played.Face)
                End();
            if (!face || !director || playback == null)
                return;
            if (!playback.IsAt(director.time))
            {
                End();
                return;
            }
            if (played == null)
                played = new PlayedFace(face);
            playback.Show(director.time, played);
        }

        /// <inheritdoc/>
        public override void OnPlayableDestroy(Playable playable)
        {
            End();
        }

        void End()
        {
            if (played == null)
                return;
            playback.Forget();
            if (played.Face)
                played.Face.EndPlay();
            played = null;
        }
    }
}
