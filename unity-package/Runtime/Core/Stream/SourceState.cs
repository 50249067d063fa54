namespace Koekata.Receiving
{
    /// <summary>What the sender's source does.</summary>
    public enum SourceState
    {
        /// <summary>Nothing was heard yet.</summary>
        Unknown,

        /// <summary>Pictures come.</summary>
        Running,

        /// <summary>The source is gone.</summary>
        Lost,

        /// <summary>The source is gone, and the sender tries to open it again.</summary>
        Reconnecting,

        /// <summary>The source came to its end.</summary>
        Ended
    }
}
