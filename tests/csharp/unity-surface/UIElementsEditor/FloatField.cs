namespace UnityEditor.UIElements
{
    /// <summary>ScriptReference/UIElements.FloatField</summary>
    public class FloatField : UnityEngine.UIElements.TextInputBaseField<float>
    {
        // UIElements.FloatField-ctor
        public FloatField(string label, int maxLength = -1) { }
    }
}
