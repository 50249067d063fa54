namespace Koekata.Receiving
{
    /// <summary>The keys of all messages.</summary>
    internal enum MessageKey
    {
        Version,
        Type,
        Session,
        Performer,
        Layout,
        Sequence,
        TimelineS,
        MonotonicNs,
        WallNs,
        SentNs,
        Timecode,
        Tracked,
        Confidence,
        Weights,
        ChannelConfidence,
        HeadRotation,
        HeadYpr,
        HeadTranslation,
        Gaze,
        Channels,
        Producer,
        FaceModel,
        State,
        Detail,
        Performers
    }
}
