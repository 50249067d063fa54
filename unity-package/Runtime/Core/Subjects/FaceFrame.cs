using System;

namespace Koekata.Receiving
{
    /// <summary>
    /// A performer's face at one moment, in the units and axes of mappings/STREAM.md. Its arrays are kept from frame to frame.
    /// </summary>
    public sealed class FaceFrame
    {
        /// <summary>The names of the weights; null before the first frame.</summary>
        public StreamLayout Layout { get; private set; }

        /// <summary>Number of the picture at the source.</summary>
        public long Sequence { get; private set; }

        /// <summary>Seconds on the source's time line.</summary>
        public double TimelineS { get; internal set; }

        /// <summary>Seconds of the sender's clock at capture.</summary>
        public double SenderS { get; internal set; }

        /// <summary>Seconds of the local clock at arrival, see <see cref="LocalClock"/>.</summary>
        public double ArrivedS { get; private set; }

        /// <summary>The sender's monotonic clock at capture, in nanoseconds; 0 where it does not say.</summary>
        public long MonotonicNs { get; private set; }

        /// <summary>The sender's monotonic clock when the message left, in nanoseconds; 0 where it does not say.</summary>
        public long SentNs { get; private set; }

        /// <summary>Unix time at capture in nanoseconds; 0 where the sender does not say.</summary>
        public long WallNs { get; private set; }

        /// <summary>Whether a face was found. Otherwise every value is the last one known.</summary>
        public bool Tracked { get; internal set; }

        /// <summary>Of the whole face, in [0, 1].</summary>
        public double Confidence { get; private set; }

        /// <summary>How many weights there are.</summary>
        public int Count
        {
            get { return Layout == null ? 0 : Layout.Count; }
        }

        /// <summary>The first <see cref="Count"/> are the weights, in [0, 1].</summary>
        public double[] Weights { get; private set; }

        /// <summary>One for each weight; exactly 0 where the source cannot observe the channel.</summary>
        public double[] ChannelConfidence { get; private set; }

        /// <summary>Whether the source says how the head is turned.</summary>
        public bool HasHead { get; internal set; }

        /// <summary>Whether the source says where the head is.</summary>
        public bool HasTranslation { get; internal set; }

        /// <summary>Whether the source says where the eyes look.</summary>
        public bool HasGaze { get; internal set; }

        /// <summary>Quaternion x, y, z, w.</summary>
        public double[] HeadRotation { get; private set; }

        /// <summary>The same rotation as yaw, pitch, roll in degrees.</summary>
        public double[] HeadYpr { get; private set; }

        /// <summary>Metres.</summary>
        public double[] HeadTranslation { get; private set; }

        /// <summary>Left yaw, left pitch, right yaw, right pitch in degrees.</summary>
        public double[] Gaze { get; private set; }

        /// <summary>A frame without weights.</summary>
        public FaceFrame()
        {
            Weights = new double[0];
            ChannelConfidence = new double[0];
            HeadRotation = new double[] { 0.0, 0.0, 0.0, 1.0 };
            HeadYpr = new double[3];
            HeadTranslation = new double[3];
            Gaze = new double[4];
        }

        /// <summary>The weight of a channel; false where the source does not name it or cannot observe it. Slow.</summary>
        public bool TryGet(string channel, out double weight)
        {
            int index = Layout == null ? -1 : Layout.Index(channel);
            weight = index < 0 ? 0.0 : Weights[index];
            return index >= 0 && ChannelConfidence[index] > 0.0;
        }

        internal void Take(FrameMessage message, StreamLayout layout, double arrived)
        {
            Follow(layout);
            Sequence = message.Sequence;
            TimelineS = message.TimelineS;
            MonotonicNs = message.MonotonicNs;
            SentNs = message.SentNs;
            WallNs = message.WallNs;
            SenderS = message.MonotonicNs * 1e-9;
            ArrivedS = arrived;
            Tracked = message.Tracked;
            Confidence = message.Confidence;
            HasHead = HasTranslation = HasGaze = true;
            CopyValues(message.Weights, message.ChannelConfidence);
            CopyPose(message.HeadRotation, message.HeadYpr, message.HeadTranslation, message.Gaze);
        }

        internal void CopyFrom(FaceFrame other)
        {
            Follow(other.Layout);
            Sequence = other.Sequence;
            TimelineS = other.TimelineS;
            MonotonicNs = other.MonotonicNs;
            SentNs = other.SentNs;
            WallNs = other.WallNs;
            SenderS = other.SenderS;
            ArrivedS = other.ArrivedS;
            Tracked = other.Tracked;
            Confidence = other.Confidence;
            HasHead = other.HasHead;
            HasTranslation = other.HasTranslation;
            HasGaze = other.HasGaze;
            CopyValues(other.Weights, other.ChannelConfidence);
            CopyPose(other.HeadRotation, other.HeadYpr, other.HeadTranslation, other.Gaze);
        }

        void Follow(StreamLayout layout)
        {
            Layout = layout;
            if (Weights.Length >= Count)
                return;
            Weights = new double[Count];
            ChannelConfidence = new double[Count];
        }

        void CopyValues(double[] weights, double[] confidence)
        {
            Array.Copy(weights, Weights, Count);
            Array.Copy(confidence, ChannelConfidence, Count);
        }

        void CopyPose(double[] rotation, double[] ypr, double[] translation, double[] gaze)
        {
            Array.Copy(rotation, HeadRotation, 4);
            Array.Copy(ypr, HeadYpr, 3);
            Array.Copy(translation, HeadTranslation, 3);
            Array.Copy(gaze, Gaze, 4);
        }
    }
}
