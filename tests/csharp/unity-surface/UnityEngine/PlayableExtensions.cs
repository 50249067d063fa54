namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.PlayableExtensions; Runtime/Export/Director/PlayableExtensions.cs</summary>
    public static class PlayableExtensions
    {
        // Playables.PlayableExtensions.GetGraph
        public static PlayableGraph GetGraph<U>(this U playable) where U : struct, IPlayable { throw new System.NotImplementedException(); }
    }
}
