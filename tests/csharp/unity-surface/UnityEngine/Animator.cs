namespace UnityEngine
{
    /// <summary>ScriptReference/Animator; Modules/Animation/ScriptBindings/Animator.bindings.cs</summary>
    public class Animator : Behaviour
    {
        // Animator-avatar
        public Avatar avatar { get { throw new System.NotImplementedException(); } set { } }

        // Animator.GetBoneTransform
        public Transform GetBoneTransform(HumanBodyBones humanBoneId) { throw new System.NotImplementedException(); }
    }
}
