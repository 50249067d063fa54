namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.ScriptPlayable_1; Runtime/Export/Director/ScriptPlayable.cs</summary>
    public struct ScriptPlayable<T> : IPlayable where T : class, IPlayableBehaviour, new()
    {
        // Playables.ScriptPlayable_1.Create
        public static ScriptPlayable<T> Create(PlayableGraph graph, int inputCount = 0) { throw new System.NotImplementedException(); }

        // Playables.ScriptPlayable_1.GetBehaviour
        public T GetBehaviour() { throw new System.NotImplementedException(); }

        // Playables.ScriptPlayable_1-operator_Playable
        public static implicit operator Playable(ScriptPlayable<T> playable) { throw new System.NotImplementedException(); }
    }
}
