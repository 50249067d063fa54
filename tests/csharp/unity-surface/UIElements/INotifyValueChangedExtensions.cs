namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.INotifyValueChangedExtensions</summary>
    public static class INotifyValueChangedExtensions
    {
        // UIElements.INotifyValueChangedExtensions.RegisterValueChangedCallback
        public static bool RegisterValueChangedCallback<T>(this INotifyValueChanged<T> control, EventCallback<ChangeEvent<T>> callback) { throw new System.NotImplementedException(); }
    }
}
