namespace UnityEngine.Timeline
{
    /// <summary>com.unity.timeline/api/UnityEngine.Timeline.TrackAsset</summary>
    public abstract class TrackAsset : UnityEngine.Playables.PlayableAsset
    {
        // TrackAsset.GetClips
        public System.Collections.Generic.IEnumerable<TimelineClip> GetClips() { throw new System.NotImplementedException(); }

        // TrackAsset.CreateTrackMixer
        public virtual UnityEngine.Playables.Playable CreateTrackMixer(UnityEngine.Playables.PlayableGraph graph, GameObject go, int inputCount) { throw new System.NotImplementedException(); }

        // TrackAsset.CreatePlayable
        public sealed override UnityEngine.Playables.Playable CreatePlayable(UnityEngine.Playables.PlayableGraph graph, GameObject owner) { throw new System.NotImplementedException(); }
    }
}
