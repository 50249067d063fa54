namespace UnityEngine
{
    /// <summary>ScriptReference/HumanBodyBones; Modules/Animation/ScriptBindings/Avatar.bindings.cs</summary>
    public enum HumanBodyBones
    {
        // HumanBodyBones.Neck
        Neck = 9,

        // HumanBodyBones.Head
        Head = 10,

        // HumanBodyBones.LeftEye
        LeftEye = 21,

        // HumanBodyBones.RightEye
        RightEye = 22,

        // HumanBodyBones.Jaw
        Jaw = 23,
    }
}
