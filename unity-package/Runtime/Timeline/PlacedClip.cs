using Koekata.Takes;
using UnityEngine.Timeline;

namespace Koekata
{
    /// <summary>A clip of a Timeline as a recording on a time line.</summary>
    internal sealed class PlacedClip : IPlacedTake
    {
        readonly TimelineClip clip;

        internal PlacedClip(TimelineClip clip)
        {
            this.clip = clip;
        }

        /// <inheritdoc/>
        public double Start
        {
            get { return clip.start; }
        }

        /// <inheritdoc/>
        public double End
        {
            get { return clip.end; }
        }

        /// <inheritdoc/>
        public Take Take
        {
            get
            {
                var asset = clip.asset as KoekataClip;
                return asset ? asset.Take : null;
            }
        }

        /// <inheritdoc/>
        public double Weight(double time)
        {
            return clip.EvaluateMixIn(time) * clip.EvaluateMixOut(time);
        }

        /// <inheritdoc/>
        public double Local(double time)
        {
            return clip.ToLocalTime(time);
        }
    }
}
