namespace UnityEngine.Timeline
{
    /// <summary>com.unity.timeline/api/UnityEngine.Timeline.TrackClipTypeAttribute</summary>
    [System.AttributeUsage(System.AttributeTargets.Class, AllowMultiple = true)]
    public class TrackClipTypeAttribute : System.Attribute
    {
        // TrackClipTypeAttribute.#ctor
        public TrackClipTypeAttribute(System.Type clipClass) { }
    }
}
