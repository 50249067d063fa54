namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.PlayableGraph</summary>
    public struct PlayableGraph
    {
        // Playables.PlayableGraph.GetResolver
        public IExposedPropertyTable GetResolver() { throw new System.NotImplementedException(); }
    }
}
