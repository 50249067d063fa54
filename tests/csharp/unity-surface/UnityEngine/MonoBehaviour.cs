namespace UnityEngine
{
    /// <summary>ScriptReference/MonoBehaviour</summary>
    public class MonoBehaviour : Behaviour
    {
    }
}
