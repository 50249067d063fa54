using System;
using System.Collections.Generic;

namespace Koekata.Takes
{
    /// <summary>Several recordings at once, each with a weight: the channels before any mapping table.</summary>
    public sealed class TakeMix
    {
        double[] sums = new double[0], sample = new double[0];
        double total;

        /// <summary>The names of the channels; null before the first recording.</summary>
        public IList<string> Channels { get; private set; }

        /// <summary>The weighted mean of what was added since <see cref="Clear"/>.</summary>
        public double[] Values { get; private set; }

        /// <summary>The sum of the weights, at most 1; 0 where nothing was added.</summary>
        public double Share
        {
            get { return Math.Min(1.0, total); }
        }

        /// <summary>Forgets what was added.</summary>
        public void Clear()
        {
            total = 0.0;
            Array.Clear(sums, 0, sums.Length);
        }

        /// <summary>Adds a recording at a moment of its own time, with a weight above 0.</summary>
        public void Add(Take take, double seconds, double weight)
        {
            if (Channels == null)
                Begin(take.Channels);
            take.Sample(seconds, sample);
            total += weight;
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += sample[i] * weight;
                Values[i] = sums[i] / total;
            }
        }

        // All recordings of this layout have the same channels.
        void Begin(IList<string> channels)
        {
            Channels = channels;
            sums = new double[channels.Count];
            sample = new double[channels.Count];
            Values = new double[channels.Count];
        }
    }
}
