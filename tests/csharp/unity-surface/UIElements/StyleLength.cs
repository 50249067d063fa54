namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.StyleLength</summary>
    public struct StyleLength
    {
        // UIElements.StyleLength-operator_StyleLength
        public static implicit operator StyleLength(Length v) { throw new System.NotImplementedException(); }
    }
}
