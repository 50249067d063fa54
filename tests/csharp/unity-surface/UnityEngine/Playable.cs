namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.Playable</summary>
    public struct Playable : IPlayable
    {
        // Playables.Playable.Create
        public static Playable Create(PlayableGraph graph, int inputCount = 0) { throw new System.NotImplementedException(); }
    }
}
