using System.Collections.Generic;

namespace Koekata.Takes
{
    /// <summary>
    /// Plays the recordings of a time line on a face. They are mixed before any table, by their weights; where these do not add
    /// up to 1, the face gets the rest as its share of animation.
    /// </summary>
    public sealed class ClipPlayback
    {
        const double Slack = 1e-6;

        readonly PlaybackWalk walk = new PlaybackWalk();
        readonly TakeMix mix = new TakeMix();
        readonly IList<IPlacedTake> clips;

        /// <summary>Takes the recordings, and the seconds that are gone through after a jump.</summary>
        public ClipPlayback(IList<IPlacedTake> clips, double preRoll)
        {
            this.clips = clips;
            walk.PreRoll = preRoll;
        }

        /// <summary>Whether something is to be shown at a moment.</summary>
        public bool IsAt(double now)
        {
            return Fill(now);
        }

        /// <summary>Brings a face to a moment at which something is.</summary>
        public void Show(double now, IPlayedFace face)
        {
            walk.To(now, BeginOf(now));
            if (walk.Restart)
                Show(face, walk.First, -1.0);
            for (long step = walk.Restart ? walk.First + 1 : walk.First; step < walk.Last; step++)
                if (Fill(PlaybackWalk.Time(step)))
                    face.Step(mix.Channels, mix.Values, PlaybackWalk.Time(step), PlaybackWalk.StepSeconds);
            bool there = walk.First > walk.Last || (walk.Restart && walk.First == walk.Last);
            Show(face, walk.Last, there ? 0.0 : PlaybackWalk.StepSeconds);
        }

        /// <summary>The next moment is a jump.</summary>
        public void Forget()
        {
            walk.Forget();
        }

        void Show(IPlayedFace face, long step, double dt)
        {
            double time = PlaybackWalk.Time(step);
            if (Fill(time))
                face.Show(mix.Channels, mix.Values, time, dt, mix.Share);
        }

        /// <summary>Where the row of recordings begins that goes on without a gap until now.</summary>
        double BeginOf(double now)
        {
            double begin = now;
            for (bool found = true; found;)
            {
                found = false;
                for (int i = 0; i < clips.Count; i++)
                    if (clips[i].Start < begin - Slack && begin <= clips[i].End + Slack && clips[i].Take != null)
                    {
                        begin = clips[i].Start;
                        found = true;
                    }
            }
            return begin;
        }

        /// <summary>Mixes what is there at a moment; false where nothing is.</summary>
        bool Fill(double time)
        {
            mix.Clear();
            for (int i = 0; i < clips.Count; i++)
            {
                IPlacedTake clip = clips[i];
                Take take = time >= clip.Start - Slack && time < clip.End ? clip.Take : null;
                double weight = take == null ? 0.0 : clip.Weight(time);
                if (weight > 0.0)
                    mix.Add(take, clip.Local(time), weight);
            }
            return mix.Share > 0.0;
        }
    }
}
