namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.Label</summary>
    public class Label : TextElement
    {
        // UIElements.Label-ctor
        public Label(string text) { }
    }
}
