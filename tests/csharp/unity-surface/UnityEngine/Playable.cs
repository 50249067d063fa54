namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.Playable; Runtime/Export/Director/Playable.cs</summary>
    public struct Playable : IPlayable
    {
        // Playables.Playable.Create
        public static Playable Create(PlayableGraph graph, int inputCount = 0) { throw new System.NotImplementedException(); }
    }
}
