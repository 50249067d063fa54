using System;

namespace Koekata.Mapping
{
    /// <summary>Where the inputs of one eye stand.</summary>
    internal sealed class EyeSlots
    {
        internal readonly int Blink, Squint, Wide, LookUp, LookDown, LookIn, LookOut, Yaw, Pitch;

        /// <summary>What holds still in a blink.</summary>
        internal readonly int[] Gaze;

        internal EyeSlots(Func<string, int> slot, string side)
        {
            Blink = slot("eyeBlink" + side);
            Squint = slot("eyeSquint" + side);
            Wide = slot("eyeWide" + side);
            LookUp = slot("eyeLookUp" + side);
            LookDown = slot("eyeLookDown" + side);
            LookIn = slot("eyeLookIn" + side);
            LookOut = slot("eyeLookOut" + side);
            Yaw = slot("gazeYaw" + side);
            Pitch = slot("gazePitch" + side);
            Gaze = new[] { Yaw, Pitch, LookUp, LookDown, LookIn, LookOut };
        }

        /// <summary>What of the far eye follows the near one, in the order of <see cref="FarEyeStage"/>.</summary>
        internal int[] Followers()
        {
            return new[] { Blink, Squint, Wide, LookUp, LookDown, Yaw, Pitch, LookIn, LookOut };
        }

        /// <summary>What each of the followers follows, in the same order.</summary>
        internal int[] Leaders()
        {
            return new[] { Blink, Squint, Wide, LookUp, LookDown, Yaw, Pitch, LookOut, LookIn };
        }
    }
}
