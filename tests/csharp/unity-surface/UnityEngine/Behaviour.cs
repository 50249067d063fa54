namespace UnityEngine
{
    /// <summary>ScriptReference/Behaviour</summary>
    public class Behaviour : Component
    {
        // Behaviour-enabled
        public bool enabled { get { throw new System.NotImplementedException(); } set { } }

        // Behaviour-isActiveAndEnabled
        public bool isActiveAndEnabled { get { throw new System.NotImplementedException(); } }
    }
}
