namespace UnityEngine.Playables
{
    /// <summary>ScriptReference/Playables.PlayableDirector</summary>
    public class PlayableDirector : Behaviour, IExposedPropertyTable
    {
        // Playables.PlayableDirector-time
        public double time { get { throw new System.NotImplementedException(); } set { } }
    }
}
