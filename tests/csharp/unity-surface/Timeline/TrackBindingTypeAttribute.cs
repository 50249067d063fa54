namespace UnityEngine.Timeline
{
    /// <summary>com.unity.timeline/api/UnityEngine.Timeline.TrackBindingTypeAttribute</summary>
    [System.AttributeUsage(System.AttributeTargets.Class)]
    public class TrackBindingTypeAttribute : System.Attribute
    {
        // TrackBindingTypeAttribute.#ctor
        public TrackBindingTypeAttribute(System.Type type) { }
    }
}
