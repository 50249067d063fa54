namespace UnityEngine.Events
{
    /// <summary>ScriptReference/Events.UnityEventBase; Runtime/Export/UnityEvent/UnityEvent.cs</summary>
    public abstract class UnityEventBase
    {
    }
}
