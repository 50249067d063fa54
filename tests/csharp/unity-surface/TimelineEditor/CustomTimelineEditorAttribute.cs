namespace UnityEditor.Timeline
{
    /// <summary>com.unity.timeline/api/UnityEditor.Timeline.CustomTimelineEditorAttribute</summary>
    [System.AttributeUsage(System.AttributeTargets.Class)]
    public sealed class CustomTimelineEditorAttribute : System.Attribute
    {
        // CustomTimelineEditorAttribute.#ctor
        public CustomTimelineEditorAttribute(System.Type type) { }
    }
}
