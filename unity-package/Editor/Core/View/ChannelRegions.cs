using System;
using System.Collections.Generic;

namespace Koekata.Editing
{
    /// <summary>Sorts channels by the part of the face, for people, and says how far a slider goes.</summary>
    public static class ChannelRegions
    {
        static readonly string[,] starts =
        {
            { "Eyes", "eye" }, { "Brows", "brow" }, { "Jaw and mouth", "jaw" }, { "Jaw and mouth", "mouth" },
            { "Jaw and mouth", "tongue" }, { "Cheeks and nose", "cheek" }, { "Cheeks and nose", "nose" },
            { "Head and gaze", "head" }, { "Head and gaze", "gaze" }, { "Emotion", "emotion" },
        };

        /// <summary>The regions in the order in which they are shown.</summary>
        public static readonly IList<string> All = new List<string>
        {
            "Eyes", "Brows", "Jaw and mouth", "Cheeks and nose", "Head and gaze", "Emotion", "Voice and others"
        }.AsReadOnly();

        /// <summary>The region of a channel.</summary>
        public static string Of(string channel)
        {
            for (int i = 0; i < starts.GetLength(0); i++)
                if (channel.StartsWith(starts[i, 1], StringComparison.Ordinal))
                    return starts[i, 0];
            return All[All.Count - 1];
        }

        /// <summary>How far from 0 a slider of a channel goes; angles in degrees and places in metres go to both sides.</summary>
        public static double Reach(string channel)
        {
            if (Of(channel) != "Head and gaze")
                return 1.0;
            bool isPlace = channel == "headX" || channel == "headY" || channel == "headZ";
            return isPlace ? 0.3 : 45.0;
        }

        /// <summary>Whether a channel has values below 0.</summary>
        public static bool IsSigned(string channel)
        {
            return Of(channel) == "Head and gaze";
        }
    }
}
