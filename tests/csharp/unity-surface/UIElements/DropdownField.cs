namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.DropdownField</summary>
    public class DropdownField : BaseField<string>
    {
        // UIElements.DropdownField-ctor
        public DropdownField(string label, System.Collections.Generic.List<string> choices, int defaultIndex, System.Func<string, string> formatSelectedValueCallback = null, System.Func<string, string> formatListItemCallback = null) { }

        // UIElements.BasePopupField_2-choices
        public virtual System.Collections.Generic.List<string> choices { get { throw new System.NotImplementedException(); } set { } }
    }
}
