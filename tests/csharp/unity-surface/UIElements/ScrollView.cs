namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.ScrollView</summary>
    public class ScrollView : VisualElement
    {
        // UIElements.ScrollView-ctor
        public ScrollView() { }
    }
}
