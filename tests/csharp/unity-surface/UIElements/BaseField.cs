namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.BaseField_1</summary>
    public abstract class BaseField<TValueType> : VisualElement, INotifyValueChanged<TValueType>
    {
        // UIElements.BaseField_1-value
        public virtual TValueType value { get { throw new System.NotImplementedException(); } set { } }

        // UIElements.BaseField_1.SetValueWithoutNotify
        public virtual void SetValueWithoutNotify(TValueType newValue) { }
    }
}
