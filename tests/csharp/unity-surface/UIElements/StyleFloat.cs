namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.StyleFloat</summary>
    public struct StyleFloat
    {
        // UIElements.StyleFloat-operator_StyleFloat
        public static implicit operator StyleFloat(float v) { throw new System.NotImplementedException(); }
    }
}
