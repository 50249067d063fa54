namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.HelpBoxMessageType</summary>
    public enum HelpBoxMessageType
    {
        // UIElements.HelpBoxMessageType.None
        None = 0,

        // UIElements.HelpBoxMessageType.Info
        Info = 1,

        // UIElements.HelpBoxMessageType.Warning
        Warning = 2,

        // UIElements.HelpBoxMessageType.Error
        Error = 3,
    }
}
