namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.Foldout</summary>
    public class Foldout : VisualElement, INotifyValueChanged<bool>
    {
        // UIElements.Foldout-ctor
        public Foldout() { }

        // UIElements.Foldout-value
        public bool value { get { throw new System.NotImplementedException(); } set { } }

        // UIElements.Foldout-text
        public string text { get { throw new System.NotImplementedException(); } set { } }
    }
}
