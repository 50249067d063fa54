namespace UnityEngine.Events
{
    /// <summary>ScriptReference/Events.UnityAction; Runtime/Export/UnityEvent/UnityEvent/UnityEvent_1.cs</summary>
    public delegate void UnityAction<T0>(T0 arg0);
}
