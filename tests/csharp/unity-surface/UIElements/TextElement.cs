namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.TextElement</summary>
    public class TextElement : VisualElement
    {
        // UIElements.TextElement-text
        public virtual string text { get { throw new System.NotImplementedException(); } set { } }
    }
}
