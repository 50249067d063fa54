namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.Foldout</summary>
    public class Foldout : BaseField<bool>
    {
        // UIElements.Foldout-ctor
        public Foldout() { }

        // UIElements.Foldout-text
        public string text { get { throw new System.NotImplementedException(); } set { } }
    }
}
