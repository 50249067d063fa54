namespace UnityEngine.Timeline
{
    /// <summary>com.unity.timeline/api/UnityEngine.Timeline.TimelineClip</summary>
    public class TimelineClip
    {
        internal TimelineClip() { }

        // TimelineClip.start
        public double start { get { throw new System.NotImplementedException(); } set { } }

        // TimelineClip.end
        public double end { get { throw new System.NotImplementedException(); } }

        // TimelineClip.asset
        public UnityEngine.Object asset { get { throw new System.NotImplementedException(); } set { } }

        // TimelineClip.EvaluateMixIn
        public float EvaluateMixIn(double time) { throw new System.NotImplementedException(); }

        // TimelineClip.EvaluateMixOut
        public float EvaluateMixOut(double time) { throw new System.NotImplementedException(); }

        // TimelineClip.ToLocalTime
        public double ToLocalTime(double time) { throw new System.NotImplementedException(); }
    }
}
