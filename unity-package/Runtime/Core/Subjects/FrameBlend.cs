using System;

namespace Koekata.Receiving
{
    /// <summary>Values between two frames, and a bounded step beyond the second.</summary>
    internal sealed class FrameBlend
    {
        /// <summary>A movement is not carried on from frames farther apart than this, in seconds.</summary>
        const double LongestStep = 0.25;

        readonly PlaybackSettings settings;

        internal FrameBlend(PlaybackSettings settings)
        {
            this.settings = settings;
        }

        /// <summary>The face at a moment from <paramref name="a"/> to <paramref name="b"/>.</summary>
        internal void Between(FaceFrame a, FaceFrame b, double at, FaceFrame target)
        {
            target.CopyFrom(a);
            double share = (at - a.SenderS) / (b.SenderS - a.SenderS);
            target.SenderS = at;
            target.TimelineS = a.TimelineS + (b.TimelineS - a.TimelineS) * share;
            // A face that comes back does not move there through values that are out of date.
            if (!a.Tracked && b.Tracked)
                return;
            for (int i = 0; i < target.Count; i++)
                if (a.ChannelConfidence[i] > 0.0 && b.ChannelConfidence[i] > 0.0)
                {
                    target.Weights[i] = Mixed(a.Weights[i], b.Weights[i], share);
                    target.ChannelConfidence[i] = Mixed(a.ChannelConfidence[i], b.ChannelConfidence[i], share);
                }
            for (int i = 0; i < 3 && a.HasTranslation && b.HasTranslation; i++)
                target.HeadTranslation[i] = Mixed(a.HeadTranslation[i], b.HeadTranslation[i], share);
            for (int i = 0; i < 4 && a.HasGaze && b.HasGaze; i++)
                target.Gaze[i] = Mixed(a.Gaze[i], b.Gaze[i], share);
            Turn(a, b, share, target);
        }

        /// <summary>The face after <paramref name="b"/>, as the movement from <paramref name="a"/> goes on.</summary>
        internal void Beyond(FaceFrame a, FaceFrame b, double at, FaceFrame target)
        {
            target.CopyFrom(b);
            double step = b.SenderS - a.SenderS, ahead = Math.Min(at - b.SenderS, settings.Extrapolation);
            if (!a.Tracked || !b.Tracked || step > LongestStep || ahead <= 0.0)
                return;
            double share = ahead / step;
            target.SenderS = b.SenderS + ahead;
            target.TimelineS = b.TimelineS + ahead;
            for (int i = 0; i < target.Count; i++)
                if (a.ChannelConfidence[i] > 0.0 && b.ChannelConfidence[i] > 0.0)
                    target.Weights[i] = Clamped(Carried(a.Weights[i], b.Weights[i], share, settings.WeightBound), 0.0, 1.0);
            for (int i = 0; i < 3 && a.HasTranslation && b.HasTranslation; i++)
                target.HeadTranslation[i] =
                    Carried(a.HeadTranslation[i], b.HeadTranslation[i], share, settings.PositionBound);
            for (int i = 0; i < 4 && a.HasGaze && b.HasGaze; i++)
                target.Gaze[i] = Carried(a.Gaze[i], b.Gaze[i], share, settings.AngleBound);
            double turn = Quaternions.Degrees(a.HeadRotation, b.HeadRotation) * share;
            Turn(a, b, 1.0 + (turn > settings.AngleBound ? share * settings.AngleBound / turn : share), target);
        }

        static void Turn(FaceFrame a, FaceFrame b, double share, FaceFrame target)
        {
            if (!a.HasHead || !b.HasHead)
                return;
            Quaternions.Slerp(a.HeadRotation, b.HeadRotation, share, target.HeadRotation);
            Quaternions.Angles(target.HeadRotation, target.HeadYpr);
        }

        static double Mixed(double a, double b, double share)
        {
            return a + (b - a) * share;
        }

        static double Carried(double a, double b, double share, double bound)
        {
            return b + Clamped((b - a) * share, -bound, bound);
        }

        static double Clamped(double value, double low, double high)
        {
            return value < low ? low : value > high ? high : value;
        }
    }
}
