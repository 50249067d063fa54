namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.SliderDirection</summary>
    public enum SliderDirection
    {
        // UIElements.SliderDirection.Horizontal
        Horizontal = 0,

        // UIElements.SliderDirection.Vertical
        Vertical = 1,
    }
}
