namespace UnityEngine.Timeline
{
    /// <summary>com.unity.timeline/api/UnityEngine.Timeline.ClipCaps</summary>
    [System.Flags]
    public enum ClipCaps
    {
        // ClipCaps.None
        None = 0,

        // ClipCaps.ClipIn
        ClipIn = 4,

        // ClipCaps.SpeedMultiplier
        SpeedMultiplier = 8,

        // ClipCaps.Blending
        Blending = 16,
    }
}
