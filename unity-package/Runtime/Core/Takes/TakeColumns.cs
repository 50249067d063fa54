using System.Collections.Generic;

namespace Koekata.Takes
{
    /// <summary>The columns of the Live Link Face app's CSV files, and which channel each holds.</summary>
    internal static class TakeColumns
    {
        internal static readonly string[] Leading = { "Timecode", "BlendShapeCount" };

        // Jaw and mouth have left and right the other way round than in the app's datagrams: a file is read by its header.
        internal static readonly string[] Weights =
        {
            "EyeBlinkLeft", "EyeLookDownLeft", "EyeLookInLeft", "EyeLookOutLeft", "EyeLookUpLeft", "EyeSquintLeft",
            "EyeWideLeft", "EyeBlinkRight", "EyeLookDownRight", "EyeLookInRight", "EyeLookOutRight",
            "EyeLookUpRight", "EyeSquintRight", "EyeWideRight", "JawForward", "JawRight", "JawLeft", "JawOpen",
            "MouthClose", "MouthFunnel", "MouthPucker", "MouthRight", "MouthLeft", "MouthSmileLeft",
            "MouthSmileRight", "MouthFrownLeft", "MouthFrownRight", "MouthDimpleLeft", "MouthDimpleRight",
            "MouthStretchLeft", "MouthStretchRight", "MouthRollLower", "MouthRollUpper", "MouthShrugLower",
            "MouthShrugUpper", "MouthPressLeft", "MouthPressRight", "MouthLowerDownLeft", "MouthLowerDownRight",
            "MouthUpperUpLeft", "MouthUpperUpRight", "BrowDownLeft", "BrowDownRight", "BrowInnerUp",
            "BrowOuterUpLeft", "BrowOuterUpRight", "CheekPuff", "CheekSquintLeft", "CheekSquintRight",
            "NoseSneerLeft", "NoseSneerRight", "TongueOut"
        };

        internal static readonly string[] Angles =
        {
            "HeadYaw", "HeadPitch", "HeadRoll", "LeftEyeYaw", "LeftEyePitch", "LeftEyeRoll", "RightEyeYaw",
            "RightEyePitch", "RightEyeRoll"
        };

        /// <summary>The channel of each angle; null for the roll of an eye, which never rolls.</summary>
        internal static readonly string[] AngleChannels =
        {
            "headYaw", "headPitch", "headRoll", "gazeYawLeft", "gazePitchLeft", null, "gazeYawRight", "gazePitchRight", null
        };

        internal static readonly int Count = Weights.Length + Angles.Length;

        /// <summary>jawOpen of JawOpen.</summary>
        internal static string Channel(string column)
        {
            return char.ToLowerInvariant(column[0]) + column.Substring(1);
        }

        /// <summary>The channels of a recording: the weights in their order, then the angles.</summary>
        internal static List<string> Channels()
        {
            var found = new List<string>();
            foreach (string column in Weights)
                found.Add(Channel(column));
            foreach (string channel in AngleChannels)
                if (channel != null)
                    found.Add(channel);
            return found;
        }
    }
}
