namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.TextInputBaseField_1</summary>
    public abstract class TextInputBaseField<TValueType> : BaseField<TValueType>
    {
        // UIElements.TextInputBaseField_1-isDelayed
        public bool isDelayed { get { throw new System.NotImplementedException(); } set { } }
    }
}
