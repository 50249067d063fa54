namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.VisualElement</summary>
    public class VisualElement : CallbackEventHandler
    {
        // UIElements.VisualElement-ctor
        public VisualElement() { }

        // UIElements.VisualElement-name
        public string name { get { throw new System.NotImplementedException(); } set { } }

        // UIElements.VisualElement-tooltip
        public string tooltip { get { throw new System.NotImplementedException(); } set { } }

        // UIElements.VisualElement-style
        public IStyle style { get { throw new System.NotImplementedException(); } }

        // UIElements.VisualElement-schedule
        public IVisualElementScheduler schedule { get { throw new System.NotImplementedException(); } }

        // UIElements.VisualElement-styleSheets
        public VisualElementStyleSheetSet styleSheets { get { throw new System.NotImplementedException(); } }

        // UIElements.VisualElement-childCount
        public int childCount { get { throw new System.NotImplementedException(); } }

        // UIElements.VisualElement.Add
        public void Add(VisualElement child) { }

        // UIElements.VisualElement.Clear
        public void Clear() { }

        // UIElements.VisualElement.AddToClassList
        public void AddToClassList(string className) { }

        // UIElements.VisualElement.EnableInClassList
        public void EnableInClassList(string className, bool enable) { }

        // UIElements.VisualElement.SetEnabled
        public void SetEnabled(bool value) { }
    }
}
