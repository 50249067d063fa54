using System;

namespace Koekata.Receiving
{
    /// <summary>One performer of Koekata's own OSC addresses.</summary>
    internal sealed class KoekataOscFace
    {
        const string TargetPrefix = "target/";
        const string EventPrefix = "event/";

        /// <summary>A number so far back is no datagram that came late, but a sender that was started anew.</summary>
        const long FarBack = 120;

        readonly Subject subject;
        readonly DatagramFace face = new DatagramFace(name => name);
        readonly DatagramValues targets, events;
        readonly double[] values = new double[4];

        internal KoekataOscFace(Subject subject)
        {
            this.subject = subject;
            targets = new DatagramValues(subject.Targets);
            events = new DatagramValues(subject.Events);
        }

        /// <summary>Takes a message by its address after the performer.</summary>
        internal StreamFault Take(OscMessage message, int start, int size, double sentS, double now)
        {
            byte[] data = message.Data;
            if (Ascii.Same(data, start, size, "frame"))
                return Commit(message, sentS, now);
            if (Ascii.Begins(data, start, size, TargetPrefix))
                return TakeTarget(message, start + TargetPrefix.Length, size - TargetPrefix.Length);
            if (Ascii.Begins(data, start, size, EventPrefix))
                return TakeEvent(message, start + EventPrefix.Length, size - EventPrefix.Length);
            if (Ascii.Same(data, start, size, "gaze") || Ascii.Begins(data, start, size, "head/"))
                return TakePose(message, start, size, now);
            if (Array.IndexOf(data, (byte)'/', start, size) >= 0)
                return StreamFault.None;
            StreamFault fault = Numbers(message, "n", 1);
            if (fault == StreamFault.None && (values[0] < 0.0 || values[0] > 1.0))
                fault = StreamFault.OutOfRange;
            if (fault == StreamFault.None && !face.Set(data, start, size, values[0], now))
                fault = StreamFault.OutOfRange;
            return fault;
        }

        StreamFault TakePose(OscMessage message, int start, int size, double now)
        {
            byte[] data = message.Data;
            bool rotation = Ascii.Same(data, start, size, "head/rotation"), gaze = Ascii.Same(data, start, size, "gaze");
            bool angles = Ascii.Same(data, start, size, "head/ypr"), move = Ascii.Same(data, start, size, "head/translation");
            if (!rotation && !gaze && !angles && !move)
                return StreamFault.None;
            StreamFault fault = rotation || gaze ? Numbers(message, "nnnn", 4) : Numbers(message, "nnn", 3);
            if (fault != StreamFault.None)
                return fault;
            if (rotation)
                return Turn(now);
            for (int i = 0; i < (gaze ? 4 : 3); i++)
                if (gaze)
                    face.Look(i, values[i], now);
                else if (move)
                    face.Move(i, values[i], now);
                else
                    face.SetAngle(i, values[i]);
            return StreamFault.None;
        }

        StreamFault Turn(double now)
        {
            double square = 0.0;
            foreach (double value in values)
                square += value * value;
            if (Math.Abs(square - 1.0) > StreamLimits.UnitTolerance)
                return StreamFault.OutOfRange;
            face.Turn(values[0], values[1], values[2], values[3], now);
            return StreamFault.None;
        }

        StreamFault TakeTarget(OscMessage message, int start, int size)
        {
            StreamFault fault = Numbers(message, "n", 1);
            if (fault != StreamFault.None)
                return fault;
            int target = targets.Obtain(message.Data, start, size);
            if (target >= 0)
                subject.Targets[target] = values[0];
            return target >= 0 ? StreamFault.None : StreamFault.OutOfRange;
        }

        StreamFault TakeEvent(OscMessage message, int start, int size)
        {
            int found = events.Obtain(message.Data, start, size);
            if (found >= 0)
                subject.Events[found] += 1.0;
            return found >= 0 ? StreamFault.None : StreamFault.OutOfRange;
        }

        StreamFault Commit(OscMessage message, double sentS, double now)
        {
            if (!message.Has("hnbn"))
                return StreamFault.OscArguments;
            long sequence = message.Whole(0);
            double timeline = message.Number(1), confidence = message.Number(3);
            if (double.IsNaN(timeline) || double.IsInfinity(timeline))
                return StreamFault.NotFinite;
            if (!(confidence >= 0.0 && confidence <= 1.0) || sequence < 0)
                return StreamFault.OutOfRange;
            if (sequence < subject.Sequence - FarBack || (sequence <= subject.Sequence && subject.Stale(now)))
                subject.Forget();
            face.Tracked = message.Flag(2);
            face.Commit(subject, sequence, timeline, sentS > 0.0 ? sentS : timeline, confidence, now);
            return StreamFault.None;
        }

        StreamFault Numbers(OscMessage message, string types, int count)
        {
            if (!message.Has(types))
                return StreamFault.OscArguments;
            for (int i = 0; i < count; i++)
            {
                values[i] = message.Number(i);
                if (double.IsNaN(values[i]) || double.IsInfinity(values[i]))
                    return StreamFault.NotFinite;
            }
            return StreamFault.None;
        }
    }
}
