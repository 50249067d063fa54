namespace Koekata.Receiving
{
    /// <summary>The keys as they stand in messages.</summary>
    internal static class MessageKeys
    {
        internal const int Count = (int)MessageKey.Performers + 1;
        internal const int None = -1;

        static readonly string[] names =
        {
            "version", "type", "session", "performer", "layout", "sequence", "timeline_s", "monotonic_ns", "wall_ns", "sent_ns",
            "timecode", "tracked", "confidence", "weights", "channel_confidence", "head_rotation", "head_ypr",
            "head_translation", "gaze", "channels", "producer", "face_model", "state", "detail", "performers"
        };

        internal static string Name(MessageKey key)
        {
            return names[(int)key];
        }

        /// <summary>The key that stands at a place of a message, or <see cref="None"/>.</summary>
        internal static int Find(byte[] data, int start, int size)
        {
            for (int key = 0; key < names.Length; key++)
                if (Ascii.Same(data, start, size, names[key]))
                    return key;
            return None;
        }
    }
}
