namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.DisplayStyle</summary>
    public enum DisplayStyle
    {
        // UIElements.DisplayStyle.Flex
        Flex = 0,

        // UIElements.DisplayStyle.None
        None = 1,
    }
}
