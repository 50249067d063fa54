// Unity 2022.1 has moved it: UIElements/FloatField.cs.
#if !UNITY_2022_1_OR_NEWER
namespace UnityEditor.UIElements
{
    /// <summary>ScriptReference/UIElements.FloatField</summary>
    public class FloatField : UnityEngine.UIElements.TextInputBaseField<float>
    {
        // UIElements.FloatField-ctor
        public FloatField(string label, int maxLength = -1) { }
    }
}
#endif
