namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.IVisualElementScheduler</summary>
    public interface IVisualElementScheduler
    {
        // UIElements.IVisualElementScheduler.Execute
        IVisualElementScheduledItem Execute(System.Action updateEvent);
    }
}
