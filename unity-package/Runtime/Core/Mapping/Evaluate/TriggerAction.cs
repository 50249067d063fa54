namespace Koekata.Mapping
{
    /// <summary>What happens to a trigger that is fired.</summary>
    public enum TriggerAction
    {
        /// <summary>Goes on; its duration begins anew.</summary>
        On,

        /// <summary>Goes off.</summary>
        Off,

        /// <summary>Goes off if it is on, else on.</summary>
        Toggle,
    }
}
