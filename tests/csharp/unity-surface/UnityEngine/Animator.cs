namespace UnityEngine
{
    /// <summary>ScriptReference/Animator</summary>
    public class Animator : Behaviour
    {
        // Animator-avatar
        public Avatar avatar { get { throw new System.NotImplementedException(); } set { } }

        // Animator-isHuman
        public bool isHuman { get { throw new System.NotImplementedException(); } }

        // Animator.GetBoneTransform
        public Transform GetBoneTransform(HumanBodyBones humanBoneId) { throw new System.NotImplementedException(); }
    }
}
