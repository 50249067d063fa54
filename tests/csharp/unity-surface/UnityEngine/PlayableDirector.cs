namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.PlayableDirector; Modules/Director/ScriptBindings/PlayableDirector.bindings.cs</summary>
    public class PlayableDirector : Behaviour, IExposedPropertyTable
    {
        // Playables.PlayableDirector-time
        public double time { get { throw new System.NotImplementedException(); } set { } }
    }
}
