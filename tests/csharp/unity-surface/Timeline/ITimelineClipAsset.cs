namespace UnityEngine.Timeline
{
    /// <summary>com.unity.timeline/api/UnityEngine.Timeline.ITimelineClipAsset</summary>
    public interface ITimelineClipAsset
    {
        // ITimelineClipAsset.clipCaps
        ClipCaps clipCaps { get; }
    }
}
