namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.Toggle</summary>
    public class Toggle : BaseField<bool>
    {
        // UIElements.Toggle-ctor
        public Toggle(string label) { }
    }
}
