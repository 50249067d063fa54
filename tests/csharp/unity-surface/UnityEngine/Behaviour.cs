namespace UnityEngine
{
    /// <summary>ScriptReference/Behaviour; Runtime/Export/Scripting/Behaviour.bindings.cs</summary>
    public class Behaviour : Component
    {
        // Behaviour-enabled
        public bool enabled { get { throw new System.NotImplementedException(); } set { } }

        // Behaviour-isActiveAndEnabled
        public bool isActiveAndEnabled { get { throw new System.NotImplementedException(); } }
    }
}
