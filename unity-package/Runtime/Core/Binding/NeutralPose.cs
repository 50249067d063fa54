using System;
using Koekata.Mapping;

namespace Koekata.Binding
{
    /// <summary>
    /// What the performer's face looks like at rest, as a listener has learnt it: weights are shifted so that it gives 0, and
    /// 1 stays 1; angles and positions count from it. The mean of half a second is taken.
    /// </summary>
    public sealed class NeutralPose
    {
        const double LearnSeconds = 0.5;

        /// <summary>A face that is learnt in the middle of a laugh must not stand still afterwards.</summary>
        const double MostWeight = 0.5;

        InputLayout layout;
        double[] sums = new double[0], rest = new double[0];
        int[] counts = new int[0];
        double left;
        bool learning;

        /// <summary>Whether a face at rest is taken into account.</summary>
        public bool Known { get; private set; }

        /// <summary>Whether frames are being collected.</summary>
        public bool Learning
        {
            get { return learning; }
        }

        /// <summary>Whether it is left out for now, as for a recording, which may be of another performer.</summary>
        public bool Paused { get; set; }

        /// <summary>Takes the face of the next half second for the face at rest.</summary>
        public void Learn()
        {
            learning = true;
            left = LearnSeconds;
            Array.Clear(sums, 0, sums.Length);
            Array.Clear(counts, 0, counts.Length);
        }

        /// <summary>Goes back to what the sender gives.</summary>
        public void Forget()
        {
            Known = learning = false;
            Array.Clear(rest, 0, rest.Length);
        }

        /// <summary>Learns of a frame, <paramref name="dt"/> seconds after the last, and corrects it.</summary>
        public void Step(MappingFrame frame, double dt)
        {
            if (Paused)
                return;
            if (frame.Layout != layout)
                Follow(frame.Layout);
            if (learning && frame.Tracked)
                Collect(frame, dt);
            if (Known)
                Correct(frame);
        }

        void Collect(MappingFrame frame, double dt)
        {
            for (int slot = 0; slot < sums.Length; slot++)
            {
                double value;
                if (!layout.IsFace(slot) || !frame.TryGet(slot, out value))
                    continue;
                sums[slot] += value;
                counts[slot]++;
            }
            left -= dt;
            if (left > 0.0)
                return;
            learning = false;
            Known = true;
            for (int slot = 0; slot < sums.Length; slot++)
                rest[slot] = counts[slot] == 0 ? 0.0 : Bounded(slot, sums[slot] / counts[slot]);
        }

        double Bounded(int slot, double value)
        {
            return layout.IsWeight(slot) ? Math.Max(0.0, Math.Min(MostWeight, value)) : value;
        }

        void Correct(MappingFrame frame)
        {
            for (int slot = 0; slot < rest.Length; slot++)
            {
                double value;
                if (rest[slot] == 0.0 || !frame.TryGet(slot, out value))
                    continue;
                double moved = value - rest[slot];
                frame.Set(slot, layout.IsWeight(slot) ? Math.Max(0.0, moved / (1.0 - rest[slot])) : moved);
            }
        }

        // The slots of the performer's channels are the same in every table, and they come first.
        void Follow(InputLayout next)
        {
            layout = next;
            Array.Resize(ref sums, next.Count);
            Array.Resize(ref rest, next.Count);
            Array.Resize(ref counts, next.Count);
        }
    }
}
