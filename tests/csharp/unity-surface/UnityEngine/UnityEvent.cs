namespace UnityEngine.Events
{
    /// <summary>ScriptReference/Events.UnityEvent_1; Runtime/Export/UnityEvent/UnityEvent/UnityEvent_1.cs</summary>
    [System.Serializable]
    public class UnityEvent<T0> : UnityEventBase
    {
        // Events.UnityEvent_1-ctor
        public UnityEvent() { }

        // Events.UnityEvent_1.Invoke
        public void Invoke(T0 arg0) { }

        // Events.UnityEvent_1.AddListener
        public void AddListener(UnityAction<T0> call) { }
    }
}
