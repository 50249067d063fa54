namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.PlayableGraph; Runtime/Export/Director/PlayableGraph.bindings.cs</summary>
    public struct PlayableGraph
    {
        // Playables.PlayableGraph.GetResolver
        public IExposedPropertyTable GetResolver() { throw new System.NotImplementedException(); }
    }
}
