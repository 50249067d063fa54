namespace UnityEditor.Timeline
{
    /// <summary>com.unity.timeline/api/UnityEditor.Timeline.ClipDrawOptions</summary>
    public struct ClipDrawOptions
    {
        // ClipDrawOptions.errorText
        public string errorText { get { throw new System.NotImplementedException(); } set { } }

        // ClipDrawOptions.tooltip
        public string tooltip { get { throw new System.NotImplementedException(); } set { } }
    }
}
