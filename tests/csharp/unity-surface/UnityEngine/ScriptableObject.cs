namespace UnityEngine
{
    /// <summary>ScriptReference/ScriptableObject; Runtime/Export/Scripting/ScriptableObject.bindings.cs</summary>
    public class ScriptableObject : Object
    {
        // ScriptableObject.CreateInstance
        public static T CreateInstance<T>() where T : ScriptableObject { throw new System.NotImplementedException(); }
    }
}
