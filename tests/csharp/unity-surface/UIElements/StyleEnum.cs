namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.StyleEnum_1</summary>
    public struct StyleEnum<T> where T : struct, System.IConvertible
    {
        // UIElements.StyleEnum_1-operator_StyleEnum_1
        public static implicit operator StyleEnum<T>(T v) { throw new System.NotImplementedException(); }
    }
}
