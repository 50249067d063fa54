namespace UnityEngine
{
    /// <summary>ScriptReference/ScriptableObject</summary>
    public class ScriptableObject : Object
    {
        // ScriptableObject.CreateInstance
        public static T CreateInstance<T>() where T : ScriptableObject { throw new System.NotImplementedException(); }
    }
}
