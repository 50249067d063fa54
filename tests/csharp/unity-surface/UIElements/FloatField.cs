// Up to Unity 2021.3 it is the editor's: UIElementsEditor/FloatField.cs.
#if UNITY_2022_1_OR_NEWER
namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.FloatField</summary>
    public class FloatField : TextInputBaseField<float>
    {
        // UIElements.FloatField-ctor
        public FloatField(string label, int maxLength = -1) { }
    }
}
#endif
