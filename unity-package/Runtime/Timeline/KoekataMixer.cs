using System.Collections.Generic;
using Koekata.Takes;
using UnityEngine.Playables;
using UnityEngine.Timeline;

namespace Koekata
{
    /// <summary>
    /// Shows the clips of a track on a face. Clips are mixed before the table, by the weights that their eases and blends have;
    /// where these do not add up to 1, the face fades to animation.
    /// </summary>
    internal sealed class KoekataMixer : PlayableBehaviour
    {
        const double Slack = 1e-6;

        readonly PlaybackWalk walk = new PlaybackWalk();
        readonly TakeMix mix = new TakeMix();
        List<TimelineClip> clips = new List<TimelineClip>();
        KoekataFace face;

        internal void Begin(List<TimelineClip> all, double preRoll)
        {
            clips = all;
            walk.PreRoll = preRoll;
        }

        /// <inheritdoc/>
        public override void ProcessFrame(Playable playable, FrameData info, object playerData)
        {
            var bound = playerData as KoekataFace;
            var director = playable.GetGraph().GetResolver() as PlayableDirector;
            if (bound != face)
                End();
            face = bound;
            if (!face || !director)
                return;
            Fill(director.time);
            if (mix.Share <= 0.0)
            {
                End();
                return;
            }
            Pause(true);
            Show(director.time);
            Pause(false);
        }

        /// <inheritdoc/>
        public override void OnPlayableDestroy(Playable playable)
        {
            End();
        }

        // The face at rest that was learnt in the editor is that of whoever sat there, not of the recording.
        void Pause(bool paused)
        {
            if (face.Driver != null)
                face.Driver.Neutral.Paused = paused;
        }

        void Show(double now)
        {
            walk.To(now, BeginOf(now));
            if (walk.Restart)
                Play(walk.First, -1.0);
            for (long step = walk.Restart ? walk.First + 1 : walk.First; step < walk.Last; step++)
                if (face.Driver != null && Fill(PlaybackWalk.Time(step)))
                    face.Driver.Step(mix.Channels, mix.Values, PlaybackWalk.Time(step), PlaybackWalk.StepSeconds);
            bool there = walk.First > walk.Last || (walk.Restart && walk.First == walk.Last);
            Play(walk.Last, there ? 0.0 : PlaybackWalk.StepSeconds);
        }

        void Play(long step, double dt)
        {
            double time = PlaybackWalk.Time(step);
            if (Fill(time))
                face.Play(mix.Channels, mix.Values, time, dt, (float)mix.Share);
        }

        /// <summary>Where the row of clips begins that goes on without a gap until now.</summary>
        double BeginOf(double now)
        {
            double begin = now;
            bool found = true;
            while (found)
            {
                found = false;
                foreach (TimelineClip clip in clips)
                    if (clip.start < begin - Slack && begin <= clip.end + Slack && TakeOf(clip) != null)
                    {
                        begin = clip.start;
                        found = true;
                    }
            }
            return begin;
        }

        /// <summary>Mixes what is there at a moment; false where nothing is.</summary>
        bool Fill(double time)
        {
            mix.Clear();
            foreach (TimelineClip clip in clips)
            {
                Take take = time >= clip.start - Slack && time < clip.end ? TakeOf(clip) : null;
                double weight = take == null ? 0.0 : clip.EvaluateMixIn(time) * clip.EvaluateMixOut(time);
                if (weight > 0.0)
                    mix.Add(take, clip.ToLocalTime(time), weight);
            }
            return mix.Share > 0.0;
        }

        static Take TakeOf(TimelineClip clip)
        {
            var asset = clip.asset as KoekataClip;
            return asset ? asset.Take : null;
        }

        void End()
        {
            walk.Forget();
            if (face)
                face.EndPlay();
            face = null;
        }
    }
}
