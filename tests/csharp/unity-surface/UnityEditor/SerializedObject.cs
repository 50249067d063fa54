namespace UnityEditor
{
    /// <summary>ScriptReference/SerializedObject</summary>
    public class SerializedObject
    {
        // SerializedObject.FindProperty
        public SerializedProperty FindProperty(string propertyPath) { throw new System.NotImplementedException(); }

        // SerializedObject.Update
        public void Update() { }

        // SerializedObject.ApplyModifiedProperties
        public bool ApplyModifiedProperties() { throw new System.NotImplementedException(); }
    }
}
