namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.PlayableBehaviour</summary>
    public abstract class PlayableBehaviour : IPlayableBehaviour
    {
        // Playables.PlayableBehaviour.ProcessFrame
        public virtual void ProcessFrame(Playable playable, FrameData info, object playerData) { }

        // Playables.PlayableBehaviour.OnPlayableDestroy
        public virtual void OnPlayableDestroy(Playable playable) { }
    }
}
