namespace UnityEngine.Timeline
{
    /// <summary>com.unity.timeline/api/UnityEngine.Timeline.TrackColorAttribute</summary>
    [System.AttributeUsage(System.AttributeTargets.Class)]
    public class TrackColorAttribute : System.Attribute
    {
        // TrackColorAttribute.#ctor
        public TrackColorAttribute(float r, float g, float b) { }
    }
}
