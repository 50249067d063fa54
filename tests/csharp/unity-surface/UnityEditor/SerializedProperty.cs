namespace UnityEditor
{
    /// <summary>ScriptReference/SerializedProperty</summary>
    public class SerializedProperty
    {
        // SerializedProperty-enumValueIndex
        public int enumValueIndex { get { throw new System.NotImplementedException(); } set { } }

        // SerializedProperty-stringValue
        public string stringValue { get { throw new System.NotImplementedException(); } set { } }
    }
}
