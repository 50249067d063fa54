namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.VisualElementStyleSheetSet</summary>
    public struct VisualElementStyleSheetSet
    {
        // UIElements.VisualElementStyleSheetSet.Add
        public void Add(StyleSheet styleSheet) { }
    }
}
