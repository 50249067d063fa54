namespace Koekata.Receiving
{
    /// <summary>How things stand with a connection.</summary>
    public enum ReceiverState
    {
        /// <summary>Not listening.</summary>
        Off,

        /// <summary>Listening, and nothing has come yet.</summary>
        Waiting,

        /// <summary>Frames with a face come.</summary>
        Receiving,

        /// <summary>Frames come, and the sender sees no face.</summary>
        FaceLost,

        /// <summary>Something came, and for half a second nothing does.</summary>
        Stale,

        /// <summary>It cannot listen; it tries again every second.</summary>
        Failed,
    }
}
