namespace UnityEditor.Timeline
{
    /// <summary>com.unity.timeline/api/UnityEditor.Timeline.ClipEditor</summary>
    public class ClipEditor
    {
        // ClipEditor.GetClipOptions
        public virtual ClipDrawOptions GetClipOptions(UnityEngine.Timeline.TimelineClip clip) { throw new System.NotImplementedException(); }
    }
}
