namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.Button</summary>
    public class Button : TextElement
    {
        // UIElements.Button-ctor
        public Button(System.Action clickEvent) { }
    }
}
