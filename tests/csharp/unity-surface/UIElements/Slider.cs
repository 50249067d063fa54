namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.Slider</summary>
    public class Slider : BaseField<float>
    {
        // UIElements.Slider-ctor
        public Slider(string label, float start = 0, float end = 10, SliderDirection direction = SliderDirection.Horizontal, float pageSize = 0) { }
    }
}
