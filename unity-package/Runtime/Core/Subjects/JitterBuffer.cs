using System;

namespace Koekata.Receiving
{
    /// <summary>
    /// Turns frames that arrive unevenly into an even flow: each is shown a little after its mean arrival by the sender's
    /// clock, with values between the frames. When the next is late, a movement goes on for a moment, within bounds, and
    /// then stands. Time never runs backwards. Allocates nothing once it has seen a layout.
    /// </summary>
    public sealed class JitterBuffer
    {
        const int Capacity = 64;

        readonly FaceFrame[] frames = new FaceFrame[Capacity];
        readonly FaceFrame shown = new FaceFrame();
        readonly DelayControl delay;
        readonly FrameBlend blend;
        int count, newest;
        double shownAt = double.MinValue, lastNow;
        bool asked;

        /// <summary>An empty buffer.</summary>
        public JitterBuffer(PlaybackSettings settings)
        {
            Settings = settings;
            Clock = new SenderClock();
            delay = new DelayControl(settings);
            blend = new FrameBlend(settings);
        }

        /// <summary>May be changed at any time.</summary>
        public PlaybackSettings Settings { get; private set; }

        /// <summary>When frames of the sender arrive.</summary>
        public SenderClock Clock { get; private set; }

        /// <summary>Seconds by which frames are shown after their mean arrival.</summary>
        public double Delay
        {
            get { return Settings.Mode == PlaybackMode.Latest ? 0.0 : delay.Delay; }
        }

        /// <summary>The delay that is being approached.</summary>
        public double TargetDelay
        {
            get { return Settings.Mode == PlaybackMode.Latest ? 0.0 : delay.Target; }
        }

        /// <summary>The sender's clock of what was shown last, in seconds.</summary>
        public double ShownAt
        {
            get { return shownAt; }
        }

        /// <summary>How often a movement was carried on beyond the newest frame.</summary>
        public long Extrapolated { get; private set; }

        /// <summary>How often the next frame was so late that the face stood still.</summary>
        public long Held { get; private set; }

        /// <summary>The newest frame; null when there is none.</summary>
        public FaceFrame Newest
        {
            get { return count == 0 ? null : frames[newest]; }
        }

        /// <summary>Forgets all frames, as for a sender that was started anew.</summary>
        public void Clear()
        {
            count = 0;
            shownAt = double.MinValue;
            Clock.Reset();
            delay.Reset();
        }

        /// <summary>The frame to fill next; <see cref="Added"/> then takes it in.</summary>
        internal FaceFrame Next()
        {
            int place = (newest + 1) % Capacity;
            return frames[place] ?? (frames[place] = new FaceFrame());
        }

        internal void Added()
        {
            FaceFrame before = Newest, frame = Next();
            if (before != null && (frame.SenderS <= before.SenderS || frame.Layout != before.Layout))
                Restart(frame.SenderS <= before.SenderS);
            newest = (newest + 1) % Capacity;
            count = Math.Min(count + 1, Capacity);
            Clock.Observe(frame.SenderS, frame.ArrivedS);
            delay.Observe(Clock);
        }

        /// <summary>
        /// The face at a moment of the local clock; null before the first frame. The same object each time.
        /// </summary>
        public FaceFrame Sample(double now)
        {
            if (count == 0)
                return null;
            delay.Advance(asked ? Math.Max(0.0, now - lastNow) : 0.0);
            asked = true;
            lastNow = now;
            FaceFrame last = frames[newest];
            if (Settings.Mode == PlaybackMode.Latest)
            {
                shownAt = Math.Max(shownAt, last.SenderS);
                shown.CopyFrom(last);
                return shown;
            }
            shownAt = Math.Max(shownAt, Clock.SenderAt(now) - delay.Delay);
            Show(last);
            return shown;
        }

        void Show(FaceFrame last)
        {
            if (shownAt > last.SenderS)
            {
                ShowBeyond(last);
                return;
            }
            int back = 0;
            while (back + 1 < count && At(back).SenderS > shownAt)
                back++;
            FaceFrame before = At(back);
            // All frames lie ahead: the oldest stands until its time comes.
            if (before.SenderS >= shownAt || back == 0)
                shown.CopyFrom(before);
            else
                blend.Between(before, At(back - 1), shownAt, shown);
        }

        void ShowBeyond(FaceFrame last)
        {
            if (shownAt - last.SenderS > Settings.Extrapolation)
                Held++;
            else
                Extrapolated++;
            if (count < 2)
                shown.CopyFrom(last);
            else
                blend.Beyond(At(1), last, shownAt, shown);
        }

        FaceFrame At(int back)
        {
            return frames[(newest - back + Capacity) % Capacity];
        }

        void Restart(bool backwards)
        {
            count = 0;
            if (!backwards)
                return;
            shownAt = double.MinValue;
            Clock.Reset();
            delay.Reset();
        }
    }
}
