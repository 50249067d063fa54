namespace UnityEngine
{
    /// <summary>ScriptReference/Avatar; Modules/Animation/ScriptBindings/Avatar.bindings.cs</summary>
    public class Avatar : Object
    {
        // Avatar-isHuman
        public bool isHuman { get { throw new System.NotImplementedException(); } }

        // Avatar-isValid
        public bool isValid { get { throw new System.NotImplementedException(); } }
    }
}
