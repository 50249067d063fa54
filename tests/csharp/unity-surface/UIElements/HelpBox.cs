namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.HelpBox</summary>
    public class HelpBox : VisualElement
    {
        // UIElements.HelpBox-ctor
        public HelpBox(string text, HelpBoxMessageType messageType) { }

        // UIElements.HelpBox-text
        public string text { get { throw new System.NotImplementedException(); } set { } }

        // UIElements.HelpBox-messageType
        public HelpBoxMessageType messageType { get { throw new System.NotImplementedException(); } set { } }
    }
}
