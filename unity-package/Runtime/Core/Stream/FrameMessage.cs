using System;

namespace Koekata.Receiving
{
    /// <summary>
    /// The motion of one performer in one picture, in the units and axes of mappings/STREAM.md; one object, filled anew.
    /// </summary>
    public sealed class FrameMessage
    {
        readonly byte[] timecode = new byte[4 * StreamLimits.NameLength];
        int timecodeSize = -1;

        /// <summary>Whose motion it is.</summary>
        public int Performer { get; internal set; }

        /// <summary>The layout that the weights follow.</summary>
        public long Layout { get; internal set; }

        /// <summary>Number of the picture at the source.</summary>
        public long Sequence { get; internal set; }

        /// <summary>Seconds on the source's time line.</summary>
        public double TimelineS { get; internal set; }

        /// <summary>The sender's monotonic clock at capture, in nanoseconds.</summary>
        public long MonotonicNs { get; internal set; }

        /// <summary>Unix time at capture, in nanoseconds.</summary>
        public long WallNs { get; internal set; }

        /// <summary>The sender's monotonic clock when the message left, in nanoseconds; 0 where it does not say.</summary>
        public long SentNs { get; internal set; }

        /// <summary>Whether a face was found. Otherwise every value is the last one known.</summary>
        public bool Tracked { get; internal set; }

        /// <summary>Of the whole face, in [0, 1].</summary>
        public double Confidence { get; internal set; }

        /// <summary>How many weights there are.</summary>
        public int Count { get; internal set; }

        /// <summary>The first <see cref="Count"/> are the weights.</summary>
        public double[] Weights { get; private set; }

        /// <summary>One for each weight; exactly 0 where the source cannot observe the channel.</summary>
        public double[] ChannelConfidence { get; private set; }

        /// <summary>Quaternion x, y, z, w.</summary>
        public double[] HeadRotation { get; private set; }

        /// <summary>The same rotation as yaw, pitch, roll in degrees.</summary>
        public double[] HeadYpr { get; private set; }

        /// <summary>Metres.</summary>
        public double[] HeadTranslation { get; private set; }

        /// <summary>Left yaw, left pitch, right yaw, right pitch in degrees.</summary>
        public double[] Gaze { get; private set; }

        /// <summary>An empty frame.</summary>
        public FrameMessage()
        {
            Weights = new double[StreamLimits.Entries];
            ChannelConfidence = new double[StreamLimits.Entries];
            HeadRotation = new double[] { 0.0, 0.0, 0.0, 1.0 };
            HeadYpr = new double[3];
            HeadTranslation = new double[3];
            Gaze = new double[4];
        }

        /// <summary>SMPTE time code, null where the source has none. Makes a text at each call.</summary>
        public string Timecode()
        {
            return timecodeSize < 0 ? null : Utf8.Text(timecode, 0, timecodeSize);
        }

        internal void Read(Fields fields)
        {
            ReadTimes(fields);
            Tracked = fields.Flag(MessageKey.Tracked);
            Confidence = fields.Number(MessageKey.Confidence, 0.0, 1.0);
            Count = fields.Entries(MessageKey.Weights);
            fields.Numbers(MessageKey.Weights, Weights, Count, 0.0, 1.0);
            fields.Numbers(MessageKey.ChannelConfidence, ChannelConfidence, Count, 0.0, 1.0);
            fields.Numbers(MessageKey.HeadRotation, HeadRotation, 4);
            if (Math.Abs(Square(HeadRotation) - 1.0) > StreamLimits.UnitTolerance)
                fields.Refuse(StreamFault.OutOfRange, MessageKey.HeadRotation);
            fields.Numbers(MessageKey.HeadYpr, HeadYpr, 3);
            fields.Numbers(MessageKey.HeadTranslation, HeadTranslation, 3);
            fields.Numbers(MessageKey.Gaze, Gaze, 4);
        }

        void ReadTimes(Fields fields)
        {
            Performer = (int)fields.Integer(MessageKey.Performer, 0, StreamLimits.Performer);
            Layout = fields.Integer(MessageKey.Layout);
            Sequence = fields.Integer(MessageKey.Sequence);
            TimelineS = fields.Number(MessageKey.TimelineS);
            MonotonicNs = fields.Integer(MessageKey.MonotonicNs);
            WallNs = fields.Integer(MessageKey.WallNs);
            SentNs = fields.Integer(MessageKey.SentNs);
            int start;
            timecodeSize = fields.TextOrNil(MessageKey.Timecode, StreamLimits.NameLength, out start);
            if (fields.Good && timecodeSize > 0)
                Array.Copy(fields.Data, start, timecode, 0, timecodeSize);
        }

        static double Square(double[] values)
        {
            double sum = 0.0;
            foreach (double value in values)
                sum += value * value;
            return sum;
        }
    }
}
