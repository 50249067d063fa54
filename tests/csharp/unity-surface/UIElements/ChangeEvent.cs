namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.ChangeEvent_1</summary>
    public class ChangeEvent<T>
    {
        // UIElements.ChangeEvent_1-newValue
        public T newValue { get { throw new System.NotImplementedException(); } }
    }
}
