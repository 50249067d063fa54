namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.PlayableAsset; Runtime/Export/Director/PlayableAsset.cs</summary>
    public abstract class PlayableAsset : ScriptableObject
    {
        // Playables.PlayableAsset-duration
        public virtual double duration { get { throw new System.NotImplementedException(); } }

        // Playables.PlayableAsset.CreatePlayable
        public abstract Playable CreatePlayable(PlayableGraph graph, GameObject owner);
    }
}
