namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.EventCallback_1</summary>
    public delegate void EventCallback<in TEventType>(TEventType evt);
}
