namespace UnityEditor.UIElements
{
    /// <summary>ScriptReference/UIElements.CurveField</summary>
    public class CurveField : UnityEngine.UIElements.BaseField<UnityEngine.AnimationCurve>
    {
        // UIElements.CurveField-ctor
        public CurveField(string label) { }
    }
}
