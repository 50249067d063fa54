using System;

namespace Koekata.Receiving
{
    /// <summary>
    /// The VMC protocol (https://protocol.vmc.info), whose one avatar is performer 0: blendshapes, then Apply; rotations of
    /// the head and of the eyes. Bones are in Unity's axes: a rotation (x, y, z, w) becomes (x, -y, -z, w). Where the head is
    /// cannot be known of the protocol.
    /// </summary>
    internal sealed class VmcFace
    {
        readonly SubjectTable subjects;
        readonly DatagramFace face;
        readonly double[] rotation = new double[4];
        readonly double[] angles = new double[3];
        long applied;
        double time;
        bool hasTime;

        internal VmcFace(SubjectTable subjects)
        {
            this.subjects = subjects;
            face = new DatagramFace(new VmcSpelling().Channel);
        }

        /// <summary>Takes a message by its address after /VMC/Ext/.</summary>
        internal StreamFault Take(OscMessage message, int start, int size, double now)
        {
            byte[] data = message.Data;
            if (Ascii.Same(data, start, size, "Blend/Val"))
                return TakeBlend(message, now);
            if (Ascii.Same(data, start, size, "Bone/Pos"))
                return TakeBone(message, now);
            if (Ascii.Same(data, start, size, "Blend/Apply"))
                return Apply(now);
            if (Ascii.Same(data, start, size, "OK"))
                return TakeState(message);
            return Ascii.Same(data, start, size, "T") ? TakeTime(message) : StreamFault.None;
        }

        StreamFault TakeBlend(OscMessage message, double now)
        {
            if (!message.Has("sn"))
                return StreamFault.OscArguments;
            double weight = message.Number(1);
            if (double.IsNaN(weight) || double.IsInfinity(weight))
                return StreamFault.NotFinite;
            // Other senders go beyond the limits of a weight, which the protocol does not state.
            weight = Math.Max(0.0, Math.Min(1.0, weight));
            int start = message.TextStart(0), size = message.TextLength(0);
            bool room = Utf8.Count(message.Data, start, size) > 0 && face.Set(message.Data, start, size, weight, now);
            return room ? StreamFault.None : StreamFault.OutOfRange;
        }

        StreamFault TakeBone(OscMessage message, double now)
        {
            if (!message.Has("snnnnnnn"))
                return StreamFault.OscArguments;
            int start = message.TextStart(0), size = message.TextLength(0);
            bool head = Ascii.Same(message.Data, start, size, "Head"), left = Ascii.Same(message.Data, start, size, "LeftEye");
            if (!head && !left && !Ascii.Same(message.Data, start, size, "RightEye"))
                return StreamFault.None;
            if (!ReadRotation(message))
                return StreamFault.NotFinite;
            Quaternions.Normalise(rotation);
            Quaternions.Angles(rotation, angles);
            if (head)
                Turn(now);
            else
                Look(left ? 0 : 2, now);
            return StreamFault.None;
        }

        void Turn(double now)
        {
            face.Turn(rotation[0], rotation[1], rotation[2], rotation[3], now);
            for (int i = 0; i < angles.Length; i++)
                face.SetAngle(i, angles[i]);
        }

        bool ReadRotation(OscMessage message)
        {
            for (int i = 0; i < 4; i++)
            {
                double value = message.Number(4 + i);
                if (double.IsNaN(value) || double.IsInfinity(value))
                    return false;
                rotation[i] = i == 1 || i == 2 ? -value : value;
            }
            return true;
        }

        void Look(int first, double now)
        {
            face.Look(first, angles[0], now);
            face.Look(first + 1, angles[1], now);
        }

        StreamFault TakeState(OscMessage message)
        {
            if (!message.Has("n"))
                return StreamFault.OscArguments;
            face.Tracked = message.Number(0) != 0.0 && (!message.Has("nnnn") || message.Number(3) != 0.0);
            return StreamFault.None;
        }

        StreamFault TakeTime(OscMessage message)
        {
            if (!message.Has("n"))
                return StreamFault.OscArguments;
            double seconds = message.Number(0);
            if (double.IsNaN(seconds) || double.IsInfinity(seconds))
                return StreamFault.NotFinite;
            hasTime = true;
            time = seconds;
            return StreamFault.None;
        }

        /// <summary>Of a sender that states no time, the arrival counts.</summary>
        StreamFault Apply(double now)
        {
            Subject subject = subjects.Obtain(0);
            if (subject == null)
                return StreamFault.None;
            double seconds = hasTime ? time : now;
            face.Commit(subject, applied++, seconds, seconds, face.Tracked ? 1.0 : 0.0, now);
            return StreamFault.None;
        }
    }
}
