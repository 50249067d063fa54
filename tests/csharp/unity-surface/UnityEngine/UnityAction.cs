namespace UnityEngine.Events
{
    /// <summary>ScriptReference/Events.UnityAction</summary>
    public delegate void UnityAction<T0>(T0 arg0);
}
