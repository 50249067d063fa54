namespace UnityEngine.UIElements
{
    /// <summary>ScriptReference/UIElements.IVisualElementScheduledItem</summary>
    public interface IVisualElementScheduledItem
    {
        // UIElements.IVisualElementScheduledItem.Every
        IVisualElementScheduledItem Every(long intervalMs);
    }
}
