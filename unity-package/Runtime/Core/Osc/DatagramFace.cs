using System;
using System.Collections.Generic;

namespace Koekata.Receiving
{
    /// <summary>
    /// Gathers a performer's face from datagrams until it is whole. A value that is missing in one frame is kept for half a
    /// second, since datagrams are lost at times; after that its source cannot observe it any more.
    /// </summary>
    internal sealed class DatagramFace
    {
        const double Unheard = double.MinValue;

        readonly NameIndex index = new NameIndex(StreamLimits.Channels, 4 * StreamLimits.NameLength);
        readonly List<string> names = new List<string>();
        readonly int[] channels = new int[StreamLimits.Channels];
        readonly double[] heard = new double[StreamLimits.Channels];
        readonly FrameMessage message = new FrameMessage();
        readonly Func<string, string> spelling;
        StreamLayout layout = new StreamLayout(0, new string[0]);
        double headHeard = Unheard, translationHeard = Unheard, gazeHeard = Unheard;

        /// <summary>Channels are named after what is sent by <paramref name="spelling"/>.</summary>
        internal DatagramFace(Func<string, string> spelling)
        {
            this.spelling = spelling;
        }

        internal bool Tracked = true;

        /// <summary>
        /// Sets the weight of the channel whose name stands in a datagram; false where there is no room for it.
        /// </summary>
        internal bool Set(byte[] data, int start, int size, double weight, double now)
        {
            int before = index.Count, name = index.Obtain(data, start, size);
            if (name < 0)
                return false;
            if (index.Count > before)
                channels[name] = Channel(spelling(Utf8.Text(data, start, size)));
            message.Weights[channels[name]] = weight;
            heard[channels[name]] = now;
            return true;
        }

        /// <summary>Quaternion x, y, z, w, made to unit length.</summary>
        internal void Turn(double x, double y, double z, double w, double now)
        {
            double[] q = message.HeadRotation;
            q[0] = x;
            q[1] = y;
            q[2] = z;
            q[3] = w;
            Quaternions.Normalise(q);
            headHeard = now;
        }

        /// <summary>Yaw, pitch or roll of the same rotation.</summary>
        internal void SetAngle(int part, double degrees)
        {
            message.HeadYpr[part] = degrees;
        }

        internal void Move(int axis, double metres, double now)
        {
            message.HeadTranslation[axis] = metres;
            translationHeard = now;
        }

        internal void Look(int part, double degrees, double now)
        {
            message.Gaze[part] = degrees;
            gazeHeard = now;
        }

        /// <summary>The frame is whole: the performer takes it.</summary>
        internal void Commit(Subject subject, long sequence, double timeline, double sender, double confidence, double now)
        {
            if (!subject.IsNewer(sequence))
                return;
            if (layout.Count != names.Count)
                layout = new StreamLayout(layout.Number + 1, names.ToArray());
            for (int i = 0; i < layout.Count; i++)
                message.ChannelConfidence[i] = Fresh(heard[i], now) ? 1.0 : 0.0;
            message.Sequence = sequence;
            message.TimelineS = timeline;
            message.Tracked = Tracked;
            message.Confidence = confidence;
            FaceFrame frame = subject.Buffer.Next();
            frame.Take(message, layout, now);
            frame.SenderS = sender;
            frame.HasHead = Fresh(headHeard, now);
            frame.HasTranslation = Fresh(translationHeard, now);
            frame.HasGaze = Fresh(gazeHeard, now);
            subject.Add(now);
        }

        static bool Fresh(double heard, double now)
        {
            return now - heard <= StreamLimits.StaleSeconds;
        }

        int Channel(string name)
        {
            int known = names.IndexOf(name);
            if (known >= 0)
                return known;
            names.Add(name);
            return names.Count - 1;
        }
    }
}
