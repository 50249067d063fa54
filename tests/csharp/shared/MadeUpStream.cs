using System;

namespace Koekata.Receiving.Runner
{
    /// <summary>A sender at 60 frames per second, whose clock drifts, over a network that jitters; by a seed.</summary>
    public sealed class MadeUpStream
    {
        const double Rate = 60.0;
        const double Away = 1000.0;

        readonly StreamIntake intake;
        readonly MessageMaker maker = new MessageMaker(4);
        readonly Packet packet = new Packet();
        readonly Random chance;
        readonly double jitter, drift;
        double next, arrives;
        long sequence;

        /// <summary>Jitter in seconds: most packets are late by a part of it, and a few by all of it.</summary>
        public MadeUpStream(double jitter, int seed, double drift = 1e-4, PlaybackSettings playback = null)
        {
            this.jitter = jitter;
            this.drift = drift;
            chance = new Random(seed);
            intake = new StreamIntake(new SubjectTable(playback ?? new PlaybackSettings()));
            packet.Set(maker.Topic, maker.Layout(), 0.0);
            intake.Take(packet);
            Plan();
        }

        /// <summary>The buffer that it fills.</summary>
        public JitterBuffer Buffer
        {
            get { return intake.Subjects[0].Buffer; }
        }

        /// <summary>The true difference of the clocks at a moment.</summary>
        public double Offset(double now)
        {
            return now - SenderAt(now);
        }

        /// <summary>The value of every weight at a moment of the sender's clock.</summary>
        public static double Weight(double sender)
        {
            return 0.5 + 0.45 * Math.Sin(2.0 * Math.PI * 2.0 * sender);
        }

        /// <summary>The yaw of the head at a moment of the sender's clock, in degrees.</summary>
        public static double Yaw(double sender)
        {
            return 30.0 * Math.Sin(2.0 * Math.PI * 0.7 * sender);
        }

        /// <summary>The face at a moment here, after all has been taken that arrived until then.</summary>
        public FaceFrame At(double now)
        {
            while (arrives <= now)
            {
                double sender = SenderAt(next);
                long ns = (long)(sender * 1e9);
                packet.Set(maker.Topic, maker.Frame(sequence++, ns, Weight(ns * 1e-9), Yaw(ns * 1e-9), true), arrives);
                intake.Take(packet);
                next += 1.0 / Rate;
                Plan();
            }
            return intake.Subjects[0].Sample(now);
        }

        double SenderAt(double now)
        {
            return Away + now * (1.0 - drift);
        }

        /// <summary>Packets do not overtake each other.</summary>
        void Plan()
        {
            double late = chance.NextDouble() < 0.05 ? jitter : jitter * 0.5 * chance.NextDouble();
            arrives = Math.Max(arrives, next + 0.001 + late);
        }
    }
}
