namespace UnityEngine
{
    /// <summary>ScriptReference/LogType</summary>
    public enum LogType
    {
        // LogType.Error
        Error,

        // LogType.Assert
        Assert,

        // LogType.Warning
        Warning,

        // LogType.Log
        Log,

        // LogType.Exception
        Exception,
    }
}
