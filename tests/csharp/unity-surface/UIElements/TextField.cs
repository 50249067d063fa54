namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.TextField</summary>
    public class TextField : TextInputBaseField<string>
    {
        // UIElements.TextField-ctor
        public TextField(string label) { }
    }
}
