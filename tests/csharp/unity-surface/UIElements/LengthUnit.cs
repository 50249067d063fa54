namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.LengthUnit</summary>
    public enum LengthUnit
    {
        // UIElements.LengthUnit.Pixel
        Pixel = 0,

        // UIElements.LengthUnit.Percent
        Percent = 1,
    }
}
