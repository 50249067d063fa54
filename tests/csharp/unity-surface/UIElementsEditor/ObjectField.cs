namespace UnityEditor.UIElements
{
    /// <summary>ScriptReference/UIElements.ObjectField</summary>
    public class ObjectField : UnityEngine.UIElements.BaseField<UnityEngine.Object>
    {
        // UIElements.ObjectField-ctor
        public ObjectField(string label) { }

        // UIElements.ObjectField-objectType
        public System.Type objectType { get { throw new System.NotImplementedException(); } set { } }

        // UIElements.ObjectField-allowSceneObjects
        public bool allowSceneObjects { get { throw new System.NotImplementedException(); } set { } }
    }
}
