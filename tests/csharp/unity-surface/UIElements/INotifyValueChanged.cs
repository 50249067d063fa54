namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.INotifyValueChanged_1</summary>
    public interface INotifyValueChanged<T>
    {
        // UIElements.INotifyValueChanged_1-value
        T value { get; set; }
    }
}
