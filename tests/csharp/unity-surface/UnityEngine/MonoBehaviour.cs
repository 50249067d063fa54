namespace UnityEngine
{
    /// <summary>ScriptReference/MonoBehaviour; Runtime/Export/Scripting/MonoBehaviour.bindings.cs</summary>
    public class MonoBehaviour : Behaviour
    {
    }
}
