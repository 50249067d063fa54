namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.PlayableBehaviour; Runtime/Export/Director/PlayableBehaviour.cs</summary>
    public abstract class PlayableBehaviour : IPlayableBehaviour
    {
        // Playables.PlayableBehaviour.ProcessFrame
        public virtual void ProcessFrame(Playable playable, FrameData info, object playerData) { }

        // Playables.PlayableBehaviour.OnPlayableDestroy
        public virtual void OnPlayableDestroy(Playable playable) { }
    }
}
