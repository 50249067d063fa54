namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.CallbackEventHandler</summary>
    public abstract class CallbackEventHandler
    {
    }
}
