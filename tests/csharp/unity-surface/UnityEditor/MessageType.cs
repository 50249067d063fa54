namespace UnityEditor
{
    /// <summary>ScriptReference/MessageType</summary>
    public enum MessageType
    {
        // MessageType.None
        None,

        // MessageType.Info
        Info,

        // MessageType.Warning
        Warning,

        // MessageType.Error
        Error,
    }
}
