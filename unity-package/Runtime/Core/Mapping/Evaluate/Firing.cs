namespace Koekata.Mapping
{
    /// <summary>A trigger that is fired in a frame.</summary>
    internal struct Firing
    {
        internal readonly string Id;
        internal readonly TriggerAction Action;

        internal Firing(string id, TriggerAction action)
        {
            Id = id;
            Action = action;
        }
    }
}
