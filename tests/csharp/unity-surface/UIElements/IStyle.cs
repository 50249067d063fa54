namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.IStyle</summary>
    public interface IStyle
    {
        // UIElements.IStyle-width
        StyleLength width { get; set; }

        // UIElements.IStyle-left
        StyleLength left { get; set; }

        // UIElements.IStyle-opacity
        StyleFloat opacity { get; set; }

        // UIElements.IStyle-display
        StyleEnum<DisplayStyle> display { get; set; }
    }
}
