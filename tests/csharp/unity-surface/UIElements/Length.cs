namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.Length</summary>
    public struct Length
    {
        // UIElements.Length-ctor
        public Length(float value, LengthUnit unit) { }
    }
}
