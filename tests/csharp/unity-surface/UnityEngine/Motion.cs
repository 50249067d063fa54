namespace UnityEngine
{
    /// <summary>ScriptReference/Motion; Modules/Animation/ScriptBindings/Motion.bindings.cs</summary>
    public class Motion : Object
    {
    }
}
